package io.cofound.local.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.cofound.local.infrastructure.Ports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceProcessesTest {

    @TempDir
    Path folder;

    private final Ports ports = Ports.from(Map.of());
    private StackConfig config;

    @BeforeEach
    void createConfig() {
        config = StackConfig.of(new Home(folder, folder.resolve("state")), ports);
    }

    @ParameterizedTest
    @ValueSource(strings = {"community", "content", "event", "matching", "moderation"})
    void aServiceIsToldOfItsOwnDatabaseAndTheSharedParts(String domain) {
        assertThat(environment(domain + "-service"))
                .containsEntry("HTTP_PORT", "" + ports.of(domain))
                .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                .containsEntry("POSTGRES_URL", "postgresql://127.0.0.1:15432")
                .containsEntry("POSTGRES_DATABASE", domain)
                .containsEntry("POSTGRES_USER", domain)
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9192")
                .containsEntry("MONGODB_URI", "mongodb://127.0.0.1:27117")
                .containsEntry("OIDC_ISSUER", "http://localhost:8180/realms/cofound")
                .hasEntrySatisfying(
                        "POSTGRES_PASSWORD", password -> assertThat(password).hasSizeGreaterThan(16))
                .hasEntrySatisfying("DATA_DIR", data -> assertThat(data).startsWith(folder.toString()))
                .doesNotContainKey("CONTENT_URL");
    }

    @Test
    void theGatewayIsToldOfTheServicesAndOfNoDatabase() {
        assertThat(environment("gateway"))
                .containsEntry("HTTP_PORT", "8080")
                .containsEntry("COMMUNITY_URL", "http://127.0.0.1:8081")
                .containsEntry("CONTENT_URL", "http://127.0.0.1:8082")
                .containsEntry("EVENT_URL", "http://127.0.0.1:8083")
                .containsEntry("MATCHING_URL", "http://127.0.0.1:8084")
                .containsEntry("MODERATION_URL", "http://127.0.0.1:8085")
                .doesNotContainKeys("POSTGRES_PASSWORD", "POSTGRES_URL");
    }

    @Test
    void whatATestWantsToldComesAboveAll() {
        // Given
        config = config.withEnvironment(Map.of("OPENAI_BASE_URL", "http://127.0.0.1:1"));

        // When, Then
        assertThat(environment("moderation-service")).containsEntry("OPENAI_BASE_URL", "http://127.0.0.1:1");
    }

    @Test
    void runsTheServiceWithItsCacheOnceThatIsTrained() throws Exception {
        // Given
        var profile = JvmProfile.of("matching-service");
        var services = new ServiceProcesses(config);
        var jar = services.jar(profile);
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "a build");
        var caches = new AotCaches(folder.resolve("aot"));

        // When
        var untrained = services.running(profile, caches).command();

        // Then
        assertThat(untrained).contains("-Xmx192m", "jdk.incubator.vector").endsWith("-jar", jar.toString());
        assertThat(untrained).noneMatch(argument -> argument.startsWith("-XX:AOT"));

        // When
        var cache = caches.file(profile, jar);
        Files.createDirectories(cache.getParent());
        Files.createFile(cache);

        // Then
        assertThat(services.running(profile, caches).command()).contains("-XX:AOTCache=" + cache);

        // When
        Files.writeString(jar, "a later build");

        // Then
        assertThat(services.running(profile, caches).command()).isEqualTo(untrained);
    }

    private Map<String, String> environment(String service) {
        return new ServiceProcesses(config).environment(JvmProfile.of(service));
    }
}
