package io.cofound.platform.privacy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.Topics;
import io.cofound.contracts.privacy.ErasureAcknowledged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.cofound.testing.TestTokens;
import io.cofound.testing.TopicReader;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class ErasureIT {

    @Inject
    Diary diary;

    @Inject
    Unreliable unreliable;

    @Inject
    ErasedMembers erased;

    @Inject
    DataSource database;

    @Test
    void a_member_is_erased_and_the_others_are_not() {
        UUID leaving = memberWhoWrote("mine");
        UUID staying = memberWhoWrote("not yours");

        ErasureRequested request = request(leaving, Instant.now());
        publish(request);

        assertThat(awaitAcknowledgement(request))
                .extracting(ErasureAcknowledged::memberId, ErasureAcknowledged::service)
                .containsExactly(leaving, "privacy-it");
        assertThat(entriesOf(leaving)).isEmpty();
        assertThat(entriesOf(staying)).containsExactly("not yours");
    }

    @Test
    void a_feature_that_fails_for_a_while_is_asked_again_and_only_then_it_is_acknowledged() {
        UUID memberId = memberWhoWrote("mine");
        unreliable.fail(memberId, 2);

        ErasureRequested request = request(memberId, Instant.now());
        publish(request);

        assertThat(awaitAcknowledgement(request)).isNotNull();
        assertThat(unreliable.hasFailedEnough(memberId)).isTrue();
        assertThat(entriesOf(memberId)).isEmpty();
    }

    @Test
    void nothing_is_acknowledged_nor_half_erased_while_one_feature_fails() {
        UUID memberId = memberWhoWrote("mine");
        unreliable.fail(memberId, 4);

        ErasureRequested request = request(memberId, Instant.now());
        publish(request);

        try (var letters = new TopicReader(Topics.ERASURE + ".dlq")) {
            await().atMost(Duration.ofSeconds(20)).until(() -> letters.records().stream()
                    .anyMatch(letter -> letter.key().equals(request.erasureId().toString())));
        }
        assertThat(acknowledgements(request)).isEmpty();
        assertThat(entriesOf(memberId)).containsExactly("mine");

        // Asked again, once it is mended.
        publish(request);
        assertThat(awaitAcknowledgement(request)).isNotNull();
        assertThat(entriesOf(memberId)).isEmpty();
    }

    @Test
    void a_redelivered_request_is_acknowledged_once() {
        ErasureRequested request = request(UUID.randomUUID(), Instant.now());
        UUID eventId = UUID.randomUUID();
        ErasureRequested again = new ErasureRequested(
                request.erasureId(), request.memberId(), 2, PublicContent.REMOVE, request.requestedAt());

        try (var publisher = new Publisher()) {
            publisher.publish(eventId, request);
            publisher.publish(eventId, request);
            publisher.publish(again);
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() -> acknowledgements(request).size() >= 2);
        assertThat(acknowledgements(request)).hasSize(2);
    }

    @Test
    void what_was_written_before_the_erasure_and_comes_late_is_told_from_what_came_after() {
        UUID memberId = UuidCreator.getTimeOrderedEpoch();
        Instant erasedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        ErasureRequested request = request(memberId, erasedAt);
        ErasureRequested older = request(memberId, erasedAt.minusSeconds(60));

        publish(request);
        awaitAcknowledgement(request);
        publish(older);
        awaitAcknowledgement(older);

        assertThat(isErased(memberId, erasedAt.minusSeconds(1))).isTrue();
        assertThat(isErased(memberId, erasedAt.plusSeconds(1))).isFalse();
        assertThat(isErased(UUID.randomUUID(), erasedAt.minusSeconds(1))).isFalse();
    }

    @Test
    void what_is_being_written_while_the_erasure_comes_is_erased_too() {
        UUID memberId = UuidCreator.getTimeOrderedEpoch();
        ErasureRequested request = request(memberId, Instant.now().plusSeconds(1));

        run(() -> Panache.withTransaction(() -> erased.isErased(memberId, Instant.now())
                .invoke(isErased -> assertThat(isErased).isFalse())
                .call(() -> aside(() -> {
                    publish(request);
                    await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaitsForATurn);
                }))
                .chain(() -> diary.write(memberId, "at the last moment"))));

        awaitAcknowledgement(request);
        assertThat(entriesOf(memberId)).isEmpty();
    }

    @Test
    void a_token_from_before_the_erasure_writes_nothing_any_more() {
        String token = TestTokens.of(Person.BO);
        with(token).body("before").post("/api/v1/diary").then().statusCode(204);
        ErasureRequested request = request(Person.BO.id(), Instant.now());
        publish(request);
        awaitAcknowledgement(request);
        assertThat(entriesOf(Person.BO.id())).isEmpty();

        with(token)
                .body("after")
                .post("/api/v1/diary")
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", endsWith(":member-erased"));

        assertThat(entriesOf(Person.BO.id())).isEmpty();
        with(token).get("/api/v1/diary").then().statusCode(200);
        with(token).delete("/api/v1/diary").then().statusCode(204);
        with(TestTokens.of(Person.CHEN))
                .body("somebody else")
                .post("/api/v1/diary")
                .then()
                .statusCode(204);
    }

    @Test
    void a_token_from_after_the_erasure_belongs_to_somebody_who_came_back() {
        ErasureRequested request = request(Person.MEI.id(), Instant.now().minusSeconds(3600));
        publish(request);
        awaitAcknowledgement(request);

        with(TestTokens.of(Person.MEI))
                .body("anew")
                .post("/api/v1/diary")
                .then()
                .statusCode(204);
    }

    /** Blocking work in the middle of a transaction, which goes on where it was. */
    private static Uni<Void> aside(Runnable work) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(work)
                .emitOn(command -> context.runOnContext(ignored -> command.run()));
    }

    private boolean somebodyWaitsForATurn() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet waiting = statement.executeQuery(
                        "select count(*) from pg_locks where locktype = 'advisory' and not granted")) {
            waiting.next();
            return waiting.getInt(1) > 0;
        }
    }

    private UUID memberWhoWrote(String entry) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        run(() -> diary.write(id, entry));
        return id;
    }

    private List<String> entriesOf(UUID memberId) {
        return run(() -> diary.entries(memberId));
    }

    private boolean isErased(UUID memberId, Instant writtenAt) {
        return run(() -> Panache.withTransaction(() -> erased.isErased(memberId, writtenAt)));
    }

    private static ErasureRequested request(UUID memberId, Instant at) {
        return new ErasureRequested(UuidCreator.getTimeOrderedEpoch(), memberId, 2, PublicContent.REMOVE, at);
    }

    private static void publish(ErasureRequested request) {
        try (var publisher = new Publisher()) {
            publisher.publish(request);
        }
    }

    private static ErasureAcknowledged awaitAcknowledgement(ErasureRequested request) {
        try (var topic = new TopicReader(Topics.ERASURE)) {
            return topic.await(
                    ErasureAcknowledged.class, event -> event.erasureId().equals(request.erasureId()));
        }
    }

    private static List<ErasureAcknowledged> acknowledgements(ErasureRequested request) {
        try (var topic = new TopicReader(Topics.ERASURE)) {
            return topic.events(ErasureAcknowledged.class).stream()
                    .filter(event -> event.erasureId().equals(request.erasureId()))
                    .toList();
        }
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token).contentType("text/plain");
    }

    static <T> T run(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
