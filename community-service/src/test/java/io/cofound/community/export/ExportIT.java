package io.cofound.community.export;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.community.Newcomer;
import io.cofound.contracts.Topics;
import io.cofound.contracts.privacy.ExportGathered;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Publisher;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class ExportIT {

    private static final String PATH = "/api/v1/me/export";
    private static final List<String> OTHERS =
            List.of("content-service", "event-service", "matching-service", "moderation-service");

    @Inject
    DataSource database;

    @Test
    void what_every_service_keeps_comes_as_one_archive() throws IOException {
        Newcomer newcomer = Newcomer.arrives();
        newcomer.asks()
                .body("{\"analytics\": true}")
                .put("/api/v1/me/consents")
                .then()
                .statusCode(200);
        String id = newcomer.asks()
                .get(PATH)
                .then()
                .statusCode(202)
                .header("Retry-After", notNullValue())
                .body("state", equalTo("GATHERING"))
                .body("services.content-service", equalTo("WAITING"))
                .body("download", nullValue())
                .extract()
                .path("exportId");
        ExportGathered second =
                piece(newcomer, id, "content-service", "posts", 2, 2, "\"body\": \"" + "创业".repeat(50_000) + "\"}]");
        try (var publisher = new Publisher()) {
            publisher.publish(second);
            publisher.publish(piece(newcomer, id, "content-service", "posts", 1, 2, "[{\"title\": \"出海\",\n"));
            for (String service : OTHERS.subList(1, 4)) {
                publisher.publish(piece(newcomer, id, service, "things", 1, 1, "[]"));
            }
        }

        String download = awaitState(newcomer, "READY");

        assertThat(download).isEqualTo("/api/v1/me/exports/" + id + "/archive");
        var response = newcomer.asks().get(download).then().statusCode(200).extract();
        assertThat(response.contentType()).isEqualTo("application/zip");
        assertThat(response.header("Content-Disposition")).startsWith("attachment; filename=\"cofound-");
        Map<String, String> files = ZipWriterTest.read(response.asByteArray());
        assertThat(files.get("README.txt")).contains("Your data").contains("你的数据");
        assertThat(files.get("content-service/posts.json"))
                .isEqualTo("[{\"title\": \"出海\",\n\"body\": \"" + "创业".repeat(50_000) + "\"}]");
        assertThat(files.get("matching-service/things.json")).isEqualTo("[]");
        assertThat(files.get("community-service/consents.json")).contains("\"analytics\" : true");
        awaitTombstone(second.pieceId());
        awaitTombstone(UUID.fromString(id));
    }

    @Test
    void a_piece_that_comes_twice_counts_once() {
        Newcomer newcomer = Newcomer.arrives();
        String id = start(newcomer);
        ExportGathered first = piece(newcomer, id, "content-service", "posts", 1, 2, "[");
        UUID eventId = UUID.randomUUID();

        try (var publisher = new Publisher()) {
            publisher.publish(eventId, first);
            publisher.publish(eventId, first);
            publisher.publish(first);
            answerAll(publisher, newcomer, id, OTHERS.subList(1, 4));
            awaitGathered(newcomer, "moderation-service");
            newcomer.asks().get(PATH).then().statusCode(202).body("services.content-service", equalTo("WAITING"));

            publisher.publish(piece(newcomer, id, "content-service", "posts", 2, 2, "]"));
            awaitState(newcomer, "READY");
        }
    }

    @Test
    void an_export_is_for_its_member_alone_and_only_when_it_is_there() {
        Newcomer newcomer = Newcomer.arrives();
        String id = start(newcomer);
        String archive = "/api/v1/me/exports/" + id + "/archive";
        newcomer.asks().get(archive).then().statusCode(404).contentType("application/problem+json");

        try (var publisher = new Publisher()) {
            answerAll(publisher, newcomer, id, OTHERS);
        }
        awaitState(newcomer, "READY");

        newcomer.asks().get(archive).then().statusCode(200);
        Newcomer.arrives().asks().get(archive).then().statusCode(404).contentType("application/problem+json");
        given().get(archive).then().statusCode(401);
        given().get(PATH).then().statusCode(401);
    }

    @Test
    void somebody_elses_data_under_the_same_export_is_dropped() {
        Newcomer newcomer = Newcomer.arrives();
        Newcomer other = Newcomer.arrives();
        String id = start(newcomer);
        ExportGathered wrong = piece(other, id, "content-service", "posts", 1, 1, "[\"not yours\"]");

        try (var publisher = new Publisher()) {
            publisher.publish(wrong);
        }

        awaitTombstone(wrong.pieceId());
        newcomer.asks().get(PATH).then().body("services.content-service", equalTo("WAITING"));
    }

    @Test
    void to_ask_again_within_a_day_is_the_same_export_and_after_it_a_new_one() throws SQLException {
        Newcomer newcomer = Newcomer.arrives();
        String id = start(newcomer);

        newcomer.asks().get(PATH).then().body("exportId", equalTo(id));
        newcomer.asks().post("/api/v1/me/exports").then().statusCode(202).body("exportId", equalTo(id));
        shift(newcomer, "requested_at", Duration.ofHours(25));
        newcomer.asks().get(PATH).then().body("exportId", equalTo(id));
        newcomer.asks().post("/api/v1/me/exports").then().statusCode(202).body("exportId", not(equalTo(id)));
    }

    @Test
    void a_service_that_does_not_answer_is_not_waited_for_for_ever() throws SQLException {
        Newcomer newcomer = Newcomer.arrives();
        String id = start(newcomer);
        awaitGathered(newcomer, "community-service");
        shift(newcomer, "requested_at", Duration.ofHours(25));

        awaitState(newcomer, "INCOMPLETE");

        newcomer.asks()
                .get(PATH)
                .then()
                .body("services.content-service", equalTo("WAITING"))
                .body("services.community-service", equalTo("GATHERED"))
                .body("expiresAt", notNullValue());
        newcomer.asks().get("/api/v1/me/exports/" + id + "/archive").then().statusCode(200);

        // It answers after all.
        try (var publisher = new Publisher()) {
            answerAll(publisher, newcomer, id, OTHERS);
        }
        awaitState(newcomer, "READY");
    }

    @Test
    void an_expired_export_is_gone_and_the_next_one_is_new() throws SQLException {
        Newcomer newcomer = Newcomer.arrives();
        String id = start(newcomer);
        try (var publisher = new Publisher()) {
            answerAll(publisher, newcomer, id, OTHERS);
        }
        awaitState(newcomer, "READY");
        shift(newcomer, "expires_at", Duration.ofDays(8));

        newcomer.asks().get("/api/v1/me/exports/" + id + "/archive").then().statusCode(404);
        await().atMost(Duration.ofSeconds(20)).until(() -> pieces(id) == 0);
        newcomer.asks().get(PATH).then().statusCode(202).body("exportId", not(equalTo(id)));
    }

    private static String start(Newcomer newcomer) {
        return newcomer.asks().get(PATH).then().statusCode(202).extract().path("exportId");
    }

    private static void answerAll(Publisher publisher, Newcomer member, String exportId, List<String> services) {
        services.forEach(service -> publisher.publish(piece(member, exportId, service, "things", 1, 1, "[]")));
    }

    /** The download, if there is one by then. */
    private static String awaitState(Newcomer newcomer, String state) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> newcomer.asks().get(PATH).path("state"), state::equals);
        return newcomer.asks().get(PATH).then().statusCode(200).extract().path("download");
    }

    private static void awaitGathered(Newcomer newcomer, String service) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> newcomer.asks().get(PATH).path("services." + service), "GATHERED"::equals);
    }

    private static void awaitTombstone(UUID key) {
        try (var topic = new TopicReader(Topics.EXPORT)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> topic.records().stream()
                    .anyMatch(record -> record.value() == null && record.key().equals(key.toString())));
        }
    }

    /** Time passes. */
    private void shift(Newcomer newcomer, String column, Duration back) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("update export set " + column + " = " + column
                        + " - make_interval(secs => ?) where member_id = ?")) {
            update.setDouble(1, back.toSeconds());
            update.setObject(2, newcomer.id());
            update.executeUpdate();
        }
    }

    private int pieces(String exportId) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select count(*) from export_piece where export_id = ?")) {
            select.setObject(1, UUID.fromString(exportId));
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    private static ExportGathered piece(
            Newcomer member, String exportId, String service, String name, int number, int of, String items) {
        return new ExportGathered(
                UUID.randomUUID(), UUID.fromString(exportId), member.id(), service, name, number, of, items);
    }
}
