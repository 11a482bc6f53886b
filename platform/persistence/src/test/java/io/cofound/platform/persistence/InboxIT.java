package io.cofound.platform.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.community.MemberRegistered;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.cofound.testing.TestTokens;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class InboxIT {

    private static final String TOPIC = "community.member";

    @Inject
    Accounts accounts;

    @Inject
    Effects effects;

    @Test
    void a_redelivered_event_has_its_effect_once() throws Throwable {
        MemberRegistered event = event("Ada", 1);
        UUID eventId = UUID.randomUUID();

        try (var publisher = new Publisher()) {
            publisher.publish(eventId, event);
            publisher.publish(eventId, event);
            publisher.publish(eventId, event);
            awaitBehind(publisher);
        }

        assertThat(balance(event.memberId())).isEqualTo(1);
    }

    @Test
    void a_failed_attempt_leaves_nothing_behind_and_the_next_one_succeeds() throws Throwable {
        MemberRegistered event = event("fails twice", 3);

        try (var publisher = new Publisher()) {
            publisher.publish(event);
            awaitBehind(publisher);
        }

        assertThat(effects.attempts(event.memberId())).isEqualTo(3);
        assertThat(balance(event.memberId())).isEqualTo(1);
    }

    @Test
    void a_record_that_cannot_be_read_is_kept_and_stops_nobody() throws Throwable {
        MemberRegistered event = event("Mei", 1);

        try (var publisher = new Publisher()) {
            publisher.publishRaw(event, "{\"memberId\": 12");
            publisher.publish(event);
            awaitBehind(publisher);
        }

        assertThat(balance(event.memberId())).isEqualTo(1);
        try (var letters = new TopicReader(TOPIC + ".dlq")) {
            assertThat(letters.records())
                    .anySatisfy(letter ->
                            assertThat(letter.key()).isEqualTo(event.memberId().toString()))
                    .allSatisfy(letter -> assertThat(TopicReader.header(letter, "dlq-consumer"))
                            .isEqualTo("persistence-it"));
        }
    }

    @Test
    void a_dead_letter_has_its_effect_after_it_was_mended_and_replayed() throws Throwable {
        MemberRegistered event = event(Effects.STUBBORN, 1);
        try (var publisher = new Publisher()) {
            publisher.publish(event);
            awaitBehind(publisher);
        }
        assertThat(balance(event.memberId())).isZero();

        effects.mend();
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.of(Person.ADA))
                .post("/api/v1/operations/dead-letters/" + TOPIC + "/replays")
                .then()
                .statusCode(403);
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.of(Person.OLGA))
                .post("/api/v1/operations/dead-letters/" + TOPIC + "/replays")
                .then()
                .statusCode(200);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(balanceOf(event.memberId())).isEqualTo(1));
    }

    /** Published after the others on the same partition, so when its effect is there, theirs are too. */
    private void awaitBehind(Publisher publisher) throws Throwable {
        for (int i = 0; i < 12; i++) {
            MemberRegistered last = event("last", 1);
            publisher.publish(last);
            await().atMost(Duration.ofSeconds(30)).until(() -> balanceOf(last.memberId()) == 1);
        }
    }

    private MemberRegistered event(String name, long revision) throws Throwable {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        VertxContextSupport.subscribeAndAwait(() -> accounts.open(id));
        return new MemberRegistered(id, revision, name, "en", Instant.now());
    }

    private long balance(UUID id) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> accounts.balance(id));
    }

    private long balanceOf(UUID id) {
        try {
            return balance(id);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
