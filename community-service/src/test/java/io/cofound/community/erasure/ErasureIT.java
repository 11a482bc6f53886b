package io.cofound.community.erasure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.community.Newcomer;
import io.cofound.contracts.Topics;
import io.cofound.contracts.privacy.ErasureAcknowledged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.cofound.testing.TestTokens;
import io.cofound.testing.TopicReader;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class ErasureIT {

    private static final String LEDGER = "/api/v1/operations/erasures";
    private static final List<String> OTHERS =
            List.of("content-service", "event-service", "matching-service", "moderation-service");

    @Inject
    DataSource database;

    @Inject
    MeterRegistry metrics;

    @Test
    void an_erasure_is_complete_when_the_last_service_has_acknowledged_and_not_before() {
        Newcomer leaving = Newcomer.arrives();
        leaving.asks().get("/api/v1/me").then().statusCode(200);
        String id = leaving.asks()
                .delete("/api/v1/me")
                .then()
                .statusCode(202)
                .body("state", equalTo("ERASING"))
                .body("publicContent", equalTo("REMOVE"))
                .body("services.content-service", nullValue())
                .extract()
                .path("erasureId");
        ErasureRequested request = awaitRequest(leaving.id());
        assertThat(request.memberRevision()).isGreaterThan(1);

        try (var publisher = new Publisher()) {
            OTHERS.subList(0, 3).forEach(service -> publisher.publish(acknowledgement(request, service)));
            awaitAcknowledged(id, "community-service", "matching-service");
            entry(id).body("state", equalTo("ERASING")).body("completedAt", nullValue());

            publisher.publish(acknowledgement(request, "moderation-service"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> as(Person.OLGA).get(LEDGER + "/" + id).path("state"), "COMPLETED"::equals);
        }
        entry(id)
                .body("completedAt", notNullValue())
                .body("services.moderation-service", notNullValue())
                .body("overdue", equalTo(false));
        leaving.asks().get("/api/v1/me/erasure").then().statusCode(200).body("state", equalTo("COMPLETED"));
    }

    @Test
    void to_ask_twice_is_one_erasure() {
        Newcomer leaving = Newcomer.arrives();

        List<String> ids = Stream.generate(() -> CompletableFuture.supplyAsync(() ->
                        leaving.asks().delete("/api/v1/me?publicContent=KEEP").<String>path("erasureId")))
                .limit(6)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .distinct()
                .toList();
        assertThat(ids).hasSize(1).doesNotContainNull();

        complete(awaitRequest(leaving.id()));
        leaving.asks()
                .delete("/api/v1/me?publicContent=REMOVE")
                .then()
                .statusCode(202)
                .body("erasureId", equalTo(ids.getFirst()))
                .body("publicContent", equalTo("KEEP"))
                .body("state", equalTo("COMPLETED"));
        assertThat(requests(leaving.id())).hasSize(1);
    }

    @Test
    void what_this_service_keeps_is_gone_and_the_topics_are_told() {
        Newcomer leaving = Newcomer.arrives();
        leaving.asks()
                .body("{\"analytics\": true}")
                .put("/api/v1/me/consents")
                .then()
                .statusCode(200);
        leaving.asks().get("/api/v1/me/export").then().statusCode(202);

        String id = leaving.asks()
                .delete("/api/v1/me")
                .then()
                .statusCode(202)
                .extract()
                .path("erasureId");
        awaitAcknowledged(id, "community-service");

        leaving.asks()
                .get("/api/v1/me/consents")
                .then()
                .body("revision", equalTo(0))
                .body("analytics", equalTo(false));
        leaving.asks().get("/api/v1/me/consents/history").then().body("items", empty());
        assertThat(count("export", leaving.id())).isZero();
        try (var topic = new TopicReader(Topics.CONSENT)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> topic.records().stream()
                    .filter(record -> record.key().equals(leaving.id().toString()))
                    .reduce((earlier, later) -> later)
                    .filter(last -> last.value() == null)
                    .isPresent());
        }
    }

    @Test
    void an_erased_members_token_writes_nothing_any_more() {
        Newcomer leaving = Newcomer.arrives();
        String id = leaving.asks()
                .delete("/api/v1/me")
                .then()
                .statusCode(202)
                .extract()
                .path("erasureId");
        awaitAcknowledged(id, "community-service");

        leaving.asks()
                .body("{\"analytics\": true}")
                .put("/api/v1/me/consents")
                .then()
                .statusCode(410)
                .contentType("application/problem+json");
        leaving.asks()
                .body("{\"name\": \"Ghost town\"}")
                .post("/api/v1/communities")
                .then()
                .statusCode(410);
        assertThat(count("consent_answer", leaving.id())).isZero();
    }

    @Test
    void to_ask_how_far_it_is_makes_nobody_a_member() {
        Newcomer nobody = Newcomer.arrives();

        nobody.asks().get("/api/v1/me/erasure").then().statusCode(404).contentType("application/problem+json");

        nobody.asks().get("/api/v1/members/" + nobody.id()).then().statusCode(404);
        given().get("/api/v1/me/erasure").then().statusCode(401);
        given().delete("/api/v1/me").then().statusCode(401);
        nobody.asks().delete("/api/v1/me?publicContent=MAYBE").then().statusCode(400);
    }

    @Test
    void the_ledger_is_for_operators() {
        Newcomer leaving = Newcomer.arrives();
        String id = leaving.asks()
                .delete("/api/v1/me")
                .then()
                .statusCode(202)
                .extract()
                .path("erasureId");

        as(Person.OLGA).get(LEDGER + "?state=ERASING&limit=100").then().body("items.erasureId", hasItem(id));
        as(Person.OLGA)
                .get(LEDGER + "?state=COMPLETED&limit=100")
                .then()
                .statusCode(200)
                .body("items.erasureId", not(hasItem(id)));
        as(Person.OLGA).get(LEDGER + "?limit=100").then().body("items.erasureId", hasItem(id));
        as(Person.OLGA).get(LEDGER + "?state=LOST").then().statusCode(400);
        as(Person.OLGA).get(LEDGER + "/" + UUID.randomUUID()).then().statusCode(404);
        for (String path : new String[] {LEDGER, LEDGER + "/" + id}) {
            as(Person.MO).get(path).then().statusCode(403);
            leaving.asks().get(path).then().statusCode(403);
            given().get(path).then().statusCode(401);
        }
    }

    @Test
    void an_erasure_that_hangs_is_counted_and_asked_for_again() throws SQLException {
        Newcomer leaving = Newcomer.arrives();
        String id = leaving.asks()
                .delete("/api/v1/me")
                .then()
                .statusCode(202)
                .extract()
                .path("erasureId");
        awaitRequest(leaving.id());
        shiftBack(leaving.id(), Duration.ofHours(25));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> requests(leaving.id()).size() == 2);
        assertThat(metrics.get("cofound.erasures.overdue").gauge().value()).isGreaterThanOrEqualTo(1);
        entry(id).body("overdue", equalTo(true));
        complete(awaitRequest(leaving.id()));
        assertThat(requests(leaving.id())).hasSize(2);
    }

    @Test
    void a_ledger_that_was_lost_is_read_from_the_topic_in_any_order() {
        ErasureRequested request = new ErasureRequested(
                UuidCreator.getTimeOrderedEpoch(), UUID.randomUUID(), 4, PublicContent.KEEP, Instant.now());

        try (var publisher = new Publisher()) {
            OTHERS.forEach(service -> publisher.publish(acknowledgement(request, service)));
            publisher.publish(request);
        }

        String id = request.erasureId().toString();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> as(Person.OLGA).get(LEDGER + "/" + id).path("state"), "COMPLETED"::equals);
        entry(id).body("memberId", equalTo(request.memberId().toString())).body("publicContent", equalTo("KEEP"));
    }

    private static ValidatableResponse entry(String id) {
        return as(Person.OLGA).get(LEDGER + "/" + id).then().statusCode(200);
    }

    private static void awaitAcknowledged(String id, String... services) {
        for (String service : services) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> as(Person.OLGA).get(LEDGER + "/" + id).path("services." + service) != null);
        }
    }

    /** The other services acknowledge. */
    private static void complete(ErasureRequested request) {
        try (var publisher = new Publisher()) {
            OTHERS.forEach(service -> publisher.publish(acknowledgement(request, service)));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> as(Person.OLGA)
                                .get(LEDGER + "/" + request.erasureId())
                                .path("state"),
                        "COMPLETED"::equals);
    }

    private static ErasureAcknowledged acknowledgement(ErasureRequested request, String service) {
        return new ErasureAcknowledged(
                UUID.randomUUID(), request.erasureId(), request.memberId(), service, Instant.now());
    }

    private static ErasureRequested awaitRequest(UUID memberId) {
        try (var topic = new TopicReader(Topics.ERASURE)) {
            return topic.await(
                    ErasureRequested.class, request -> request.memberId().equals(memberId));
        }
    }

    private static List<ErasureRequested> requests(UUID memberId) {
        try (var topic = new TopicReader(Topics.ERASURE)) {
            return topic.events(ErasureRequested.class).stream()
                    .filter(request -> request.memberId().equals(memberId))
                    .toList();
        }
    }

    private int count(String table, UUID memberId) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select count(*) from " + table + " where member_id = ?")) {
            select.setObject(1, memberId);
            try (var result = select.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Time passes. */
    private void shiftBack(UUID memberId, Duration time) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update erasure set requested_at = requested_at - make_interval(secs => ?),
                            asked_at = asked_at - make_interval(secs => ?) where member_id = ?""")) {
            update.setDouble(1, time.toSeconds());
            update.setDouble(2, time.toSeconds());
            update.setObject(3, memberId);
            update.executeUpdate();
        }
    }

    private static RequestSpecification as(Person person) {
        return given().auth().oauth2(TestTokens.of(person));
    }
}
