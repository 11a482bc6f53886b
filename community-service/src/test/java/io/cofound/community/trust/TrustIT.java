package io.cofound.community.trust;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.cofound.contracts.Event;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.MemberRegistered;
import io.cofound.contracts.community.TrustChanged;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRejected;
import io.cofound.contracts.content.PostType;
import io.cofound.contracts.meetup.RegistrationHonoured;
import io.cofound.contracts.meetup.RegistrationMissed;
import io.cofound.contracts.moderation.ReportOverturned;
import io.cofound.contracts.moderation.ReportUpheld;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.ExportGathered;
import io.cofound.contracts.privacy.ExportRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.cofound.testing.TestTokens;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class TrustIT {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final UUID COMMUNITY = UUID.randomUUID();

    private final UUID member = UUID.randomUUID();

    @Inject
    TrustReview review;

    private Publisher publisher;

    @BeforeEach
    void open() {
        publisher = new Publisher();
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void an_accepted_post_makes_a_level_and_everybody_hears_of_it() {
        register(100);
        publisher.publish(published(UUID.randomUUID(), 1, daysAgo(0)));

        awaitTrust(trust -> assertThat(trust.getInt("level")).isEqualTo(1));
        try (var topic = new TopicReader(Topics.TRUST)) {
            TrustChanged change =
                    topic.await(TrustChanged.class, e -> e.memberId().equals(member));
            assertThat(change.previousLevel()).isZero();
            assertThat(change.level()).isEqualTo(1);
            assertThat(change.revision()).isEqualTo(1);
        }
        as(member, "/api/v1/me/notifications").body("items.kind", hasItem("TRUST_CHANGED"));
    }

    @Test
    void neither_redelivery_nor_a_new_revision_counts_twice() {
        UUID post = UUID.randomUUID();
        UUID eventId = UUID.randomUUID();
        register(100);
        publisher.publish(eventId, published(post, 1, daysAgo(9)));
        publisher.publish(eventId, published(post, 1, daysAgo(9)));
        publisher.publish(published(post, 1, daysAgo(9)));
        publisher.publish(published(post, 2, daysAgo(9)));
        publisher.publish(honoured(UUID.randomUUID()));

        awaitTrust(trust ->
                assertThat(trust.getList("signals.kind")).containsExactly("ACCEPTED_POST", "KEPT_REGISTRATION"));
        assertThat(trust().getInt("signals[0].count")).isEqualTo(1);
    }

    @Test
    void a_later_revision_that_is_refused_turns_the_post_against_its_author() {
        UUID post = UUID.randomUUID();
        register(100);
        publisher.publish(published(post, 1, daysAgo(2)));
        awaitTrust(trust -> assertThat(trust.getList("signals.kind")).containsExactly("ACCEPTED_POST"));

        publisher.publish(rejected(post, 2));

        awaitTrust(trust -> assertThat(trust.getList("signals.kind")).containsExactly("REJECTED_POST", "FLOOR"));
        awaitTrust(trust -> assertThat(trust.getInt("level")).isZero());
    }

    @Test
    void an_older_verdict_that_comes_late_changes_nothing() {
        UUID post = UUID.randomUUID();
        register(100);
        publisher.publish(published(post, 2, daysAgo(2)));
        awaitTrust(trust -> assertThat(trust.getList("signals.kind")).containsExactly("ACCEPTED_POST"));

        publisher.publish(rejected(post, 1));
        publisher.publish(honoured(UUID.randomUUID()));

        awaitTrust(trust ->
                assertThat(trust.getList("signals.kind")).containsExactly("ACCEPTED_POST", "KEPT_REGISTRATION"));
    }

    @Test
    void an_upheld_report_counts_for_who_reported_and_against_who_wrote() {
        UUID author = UUID.randomUUID();
        register(100);
        publisher.publish(new ReportUpheld(
                UUID.randomUUID(), SubjectKind.POST, UUID.randomUUID(), COMMUNITY, member, author, daysAgo(0)));

        awaitTrust(trust -> assertThat(trust.getList("signals.kind")).containsExactly("UPHELD_REPORT"));
        await().untilAsserted(() ->
                assertThat(trust(author).getList("signals.kind")).containsExactly("REPORTED_TEXT", "FLOOR"));
    }

    @Test
    void an_overturned_report_counts_neither_for_who_reported_nor_against_who_wrote() {
        UUID author = UUID.randomUUID();
        UUID report = UUID.randomUUID();
        UUID post = UUID.randomUUID();
        register(100);
        publisher.publish(new ReportUpheld(report, SubjectKind.POST, post, COMMUNITY, member, author, daysAgo(1)));

        publisher.publish(new ReportOverturned(report, SubjectKind.POST, post, COMMUNITY, member, author, daysAgo(0)));

        awaitTrust(trust -> assertThat(trust.getList("signals.kind")).containsExactly("OVERTURNED_REPORT"));
        assertThat(trust().getDouble("score")).isZero();
        await().untilAsserted(
                        () -> assertThat(trust(author).getList("signals.kind")).containsExactly("CLEARED_TEXT"));
    }

    @Test
    void the_score_is_the_sum_of_what_is_shown() {
        register(100);
        publisher.publish(published(UUID.randomUUID(), 1, daysAgo(90)));
        publisher.publish(published(UUID.randomUUID(), 1, daysAgo(13)));
        publisher.publish(honoured(UUID.randomUUID()));
        publisher.publish(
                new RegistrationMissed(UUID.randomUUID(), 2, UUID.randomUUID(), COMMUNITY, member, daysAgo(200)));

        awaitTrust(trust -> assertThat(trust.getList("signals")).hasSize(3));
        JsonPath trust = trust();
        assertThat(trust.<BigDecimal>getList("signals.contribution").stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(trust.<BigDecimal>get("score"));
        assertThat(trust.getInt("next.level")).isEqualTo(2);
        assertThat(trust.getList("next.missing.requirement")).containsExactly("SCORE");
    }

    @Test
    void a_silent_member_falls_by_review_and_no_review_tells_twice() throws Throwable {
        register(300);
        publisher.publish(published(UUID.randomUUID(), 1, daysAgo(1)));
        awaitTrust(trust -> assertThat(trust.getInt("level")).isEqualTo(1));

        Instant nextYear = NOW.plus(Duration.ofDays(365));
        VertxContextSupport.subscribeAndAwait(() -> review.run(nextYear));
        VertxContextSupport.subscribeAndAwait(() -> review.run(nextYear));

        assertThat(trust().getInt("level")).isZero();
        try (var topic = new TopicReader(Topics.TRUST)) {
            topic.await(TrustChanged.class, e -> e.memberId().equals(member) && e.level() == 0);
            assertThat(topic.events(TrustChanged.class))
                    .filteredOn(e -> e.memberId().equals(member))
                    .extracting(TrustChanged::level)
                    .containsExactly(1, 0);
        }
    }

    @Test
    void the_export_holds_the_signals_and_the_erasure_leaves_none() {
        UUID post = UUID.randomUUID();
        register(100);
        publisher.publish(published(post, 1, daysAgo(1)));
        awaitTrust(trust -> assertThat(trust.getInt("level")).isEqualTo(1));

        UUID export = UUID.randomUUID();
        publisher.publish(new ExportRequested(export, member, Instant.now()));
        try (var pieces = new TopicReader(Topics.EXPORT)) {
            assertThat(pieces.await(
                                    ExportGathered.class,
                                    e -> e.exportId().equals(export) && e.name().equals("trust-signals"))
                            .items())
                    .contains(post.toString());
        }

        publisher.publish(new ErasureRequested(UUID.randomUUID(), member, 2, PublicContent.KEEP, Instant.now()));
        awaitTrust(trust -> assertThat(trust.getList("signals")).isEmpty());
        assertThat(trust().getInt("level")).isZero();
        try (var topic = new TopicReader(Topics.TRUST)) {
            await().untilAsserted(() -> assertThat(topic.records())
                    .filteredOn(record -> record.key().equals(member.toString()))
                    .last()
                    .matches(record -> record.value() == null));
        }

        // A text that stayed is judged after its author is gone.
        UUID other = UUID.randomUUID();
        publisher.publish(
                new ReportUpheld(UUID.randomUUID(), SubjectKind.POST, post, COMMUNITY, other, member, Instant.now()));
        publisher.publish(rejected(post, 2));
        await().untilAsserted(
                        () -> assertThat(trust(other).getList("signals.kind")).containsExactly("UPHELD_REPORT"));
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(trust().getList("signals")).isEmpty());
        operator(member).statusCode(404);
    }

    private void register(int daysAgo) {
        publisher.publish(new MemberRegistered(member, 1, "Somebody", "en", daysAgo(daysAgo)));
    }

    private Event published(UUID post, long revision, Instant at) {
        return new PostPublished(
                post,
                revision,
                COMMUNITY,
                member,
                PostType.QUESTION,
                "Title",
                "Body",
                null,
                null,
                null,
                List.of(),
                "en",
                "Somebody",
                Visibility.PUBLIC,
                at);
    }

    private Event rejected(UUID post, long revision) {
        return new PostRejected(UUID.randomUUID(), post, revision, COMMUNITY, member, UUID.randomUUID(), Instant.now());
    }

    private Event honoured(UUID registration) {
        return new RegistrationHonoured(registration, 2, UUID.randomUUID(), COMMUNITY, member, Instant.now());
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private void awaitTrust(ThrowingConsumer<JsonPath> expectation) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> expectation.accept(trust()));
    }

    private JsonPath trust() {
        return trust(member);
    }

    private static JsonPath trust(UUID of) {
        return as(of, "/api/v1/me/trust")
                .extract()
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));
    }

    private static ValidatableResponse as(UUID of, String path) {
        return given().auth()
                .oauth2(TestTokens.ofSubject(of.toString()))
                .get(path)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse operator(UUID of) {
        return given().auth()
                .oauth2(TestTokens.of(Person.OLGA))
                .get("/api/v1/operations/members/{id}/trust", of)
                .then();
    }
}
