package io.cofound.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.cofound.local.infrastructure.Ports;
import io.cofound.local.infrastructure.ServiceEnvironment;
import io.cofound.local.launcher.Stack;
import io.cofound.local.launcher.StackConfig;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The running platform, as people and partners see it: its gateway, its sign-in, its partner listener. */
final class Cofound implements ExtensionContext.Store.CloseableResource {

    /** The tests are many people from one address who write the same again and again, and wait for what otherwise takes minutes. */
    private static final Map<String, String> SETTINGS = Map.of(
            "COFOUND_INDEX_PURGE_EVERY", "3s",
            "COFOUND_MODERATION_QUEUE_IN_A_ROW", "100000",
            "RATE_LIMIT_MEMBER_READS", "1000000",
            "RATE_LIMIT_MEMBER_WRITES", "1000000",
            "RATE_LIMIT_ANONYMOUS_READS", "1000000",
            "COFOUND_MODERATION_FLOOD_BY_ONE_AUTHOR", "1000000",
            "COFOUND_MODERATION_FLOOD_SHORT_BY_ONE_AUTHOR", "1000000",
            "COFOUND_MODERATION_FLOOD_BY_MANY_AUTHORS", "1000000",
            "COFOUND_MODERATION_FLOOD_SHORT_BY_MANY_AUTHORS", "1000000",
            "COFOUND_MODERATION_FLOOD_JOIN_WAVE_MEMBERS", "1000000");

    private final Path folder;
    private final Ports ports;
    private final Stack stack;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, Connection> databases = new ConcurrentHashMap<>();

    private Cofound(Path folder, StackConfig config) {
        this.folder = folder;
        this.ports = config.ports();
        this.stack = Stack.start(config);
    }

    static Cofound start() {
        try {
            Path folder = Files.createTempDirectory("cofound-e2e");
            return new Cofound(folder, StackConfig.in(folder).withEnvironment(SETTINGS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stack stack() {
        return stack;
    }

    String partnerListener() {
        return "127.0.0.1:" + ports.kafkaPartners();
    }

    String internalListener() {
        return "127.0.0.1:" + ports.kafka();
    }

    /** What a service was started with, for tests that look into its stores. */
    Map<String, String> environment(String service) {
        return ServiceEnvironment.of(service, folder.resolve("data"), ports);
    }

    /** One connection to a service's database for all tests; who uses it at the same time as others locks it. */
    Connection database(String service) {
        return databases.computeIfAbsent(service, this::connect);
    }

    /** A connection of its own, for who closes it. */
    Connection connect(String service) {
        var environment = environment(service);
        try {
            return DriverManager.getConnection(
                    "jdbc:%s/%s".formatted(environment.get("POSTGRES_URL"), environment.get("POSTGRES_DATABASE")),
                    environment.get("POSTGRES_USER"),
                    environment.get("POSTGRES_PASSWORD"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything this stack has written: data, indexes, logs. */
    Path folder() {
        return folder;
    }

    /** The next request of this person signs in anew. */
    void signOut(String user) {
        tokens.remove(user);
    }

    String token(String user) {
        return tokens.computeIfAbsent(user, this::signIn);
    }

    URI api(String path) {
        return URI.create("http://127.0.0.1:" + ports.gateway() + path);
    }

    /** A request through the gateway by nobody. */
    RequestSpecification anonymous() {
        return RestAssured.given()
                .baseUri("http://127.0.0.1:" + ports.gateway())
                .basePath("/api/v1");
    }

    /** A request through the gateway by a demo person, whose password is the user name. */
    RequestSpecification as(String user) {
        return withToken(token(user)).contentType(ContentType.JSON);
    }

    RequestSpecification withToken(String token) {
        return anonymous().auth().oauth2(token);
    }

    String signIn(String user) {
        return RestAssured.given()
                .formParam("grant_type", "password")
                .formParam("client_id", "cofound-cli")
                .formParam("username", user)
                .formParam("password", user)
                .post("http://localhost:" + ports.keycloak() + "/realms/cofound/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    @Override
    public void close() throws IOException {
        stack.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
