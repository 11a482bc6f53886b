package io.cofound.community.member;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.community.Somebody;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.MemberRegistered;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.privacy.ErasureAcknowledged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.ExportGathered;
import io.cofound.contracts.privacy.ExportRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Publisher;
import io.cofound.testing.TestTokens;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static java.time.Instant.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class ErasureOfProfileIT {

    private static final String NAME = "Evanescence";
    private static final String TELLTALE = """
            {"displayName": "Evanescence", "headline": "evanescent", "about": "evanescing", "roles": ["MENTOR"],
             "skills": ["ai"], "interests": ["ai"], "stage": "SCALING", "region": "CN", "languages": ["en"],
             "links": ["https://evanescence.example"], "avatarUrl": "https://evanescence.example/a.png",
             "language": "zh", "visibility": {"about": "NOBODY"}}""";

    @Inject
    MemberService members;

    @Inject
    DataSource database;

    @Test
    void nothing_that_the_member_told_is_left() throws SQLException {
        Somebody eve = Somebody.arrives();
        eve.presents(TELLTALE).statusCode(200);

        long revision = done(() -> members.retire(eve.id()));

        assertThat(revision)
                .as("above what others were told: the name, the profile, and that it was accepted")
                .isEqualTo(4);
        assertThat(row(eve.id()))
                .containsIgnoringCase(eve.id().toString())
                .doesNotContainIgnoringCase("evanesc")
                .doesNotContain("MENTOR", "SCALING", "CN", "ai", "zh", "NOBODY");
        given().get(eve.path()).then().statusCode(404);
        Somebody.arrives()
                .does()
                .get("/api/v1/members?q=" + NAME)
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(eve.id().toString())));
        try (var topic = new TopicReader(Topics.MEMBER)) {
            Awaitility.await().untilAsserted(() -> assertThat(topic.records())
                    .filteredOn(record -> record.key().equals(eve.id().toString()))
                    .last()
                    .matches(record -> record.value() == null));
        }
    }

    @Test
    void nothing_is_left_of_what_waits_for_judgement_or_was_refused() throws SQLException {
        Somebody waiting = Somebody.arrives();
        waiting.submits(TELLTALE).statusCode(200);
        Somebody refused = Somebody.arrives();
        refused.submits(TELLTALE).statusCode(200);
        Somebody.rule(refused.submitted(), Action.REJECT, 1);
        refused.awaitModeration("REJECTED");
        UUID submission = waiting.submitted().submissionId();

        for (Somebody eve : List.of(waiting, refused)) {
            done(() -> members.retire(eve.id()));
            assertThat(row(eve.id())).doesNotContainIgnoringCase("evanesc").doesNotContain("REJECT");
        }

        try (var topic = new TopicReader(Topics.MEMBER)) {
            Awaitility.await().untilAsserted(() -> assertThat(topic.records())
                    .filteredOn(record -> record.key().equals(submission.toString()))
                    .last()
                    .matches(record -> record.value() == null));
        }
    }

    @Test
    void erasing_twice_is_erasing_once() {
        Somebody eve = Somebody.arrives();

        long first = done(() -> members.retire(eve.id()));
        long second = done(() -> members.retire(eve.id()));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void until_all_have_forgotten_the_member_nobody_signs_in_as_them_again() {
        Somebody eve = Somebody.arrives();

        done(() -> members.retire(eve.id()));

        eve.does()
                .get("/api/v1/me")
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:cofound:problem:member-erased"));
        eve.does()
                .body("{\"name\": \"After\"}")
                .post("/api/v1/communities")
                .then()
                .statusCode(410);
    }

    @Test
    void who_signs_in_after_it_starts_afresh_and_with_an_older_token_does_not() {
        Somebody eve = Somebody.arrives();
        String before = TestTokens.ofSubject(eve.id().toString());
        eve.presents(TELLTALE);
        long erased = done(() -> members.retire(eve.id()));
        done(() -> members.forgotten(eve.id()).replaceWith(true));

        given().auth().oauth2(before).get("/api/v1/me").then().statusCode(410);
        // Tokens tell the time in whole seconds.
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> eve.does()
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("revision", equalTo((int) erased + 1))
                .body("displayName", equalTo("Somebody Else"))
                .body("skills", empty())
                .body("visibility.about", equalTo("MEMBERS")));
        given().get(eve.path()).then().statusCode(200);
        try (var topic = new TopicReader(Topics.MEMBER)) {
            topic.await(MemberRegistered.class, e -> e.memberId().equals(eve.id()) && e.revision() == erased + 1);
        }
    }

    @Test
    void an_old_request_does_not_erase_who_has_started_afresh() {
        Somebody eve = Somebody.arrives();
        long erased = done(() -> members.retire(eve.id()));
        done(() -> members.forgotten(eve.id()).replaceWith(true));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> eve.does().get("/api/v1/me").statusCode() == 200);

        requestErasure(eve.id(), erased);

        given().get(eve.path()).then().statusCode(200);
    }

    @Test
    void a_request_erases_a_profile_that_is_still_there() {
        Somebody eve = Somebody.arrives();

        requestErasure(eve.id(), 1);

        given().get(eve.path()).then().statusCode(404);
    }

    @Test
    void an_export_holds_the_whole_profile() {
        Somebody eve = Somebody.arrives();
        eve.presents(TELLTALE);
        var request = new ExportRequested(UUID.randomUUID(), eve.id(), now());

        try (var publisher = new Publisher();
                var topic = new TopicReader(Topics.EXPORT)) {
            publisher.publish(request);
            ExportGathered profile = topic.await(
                    ExportGathered.class,
                    piece -> piece.exportId().equals(request.exportId())
                            && piece.name().equals("profile"));
            assertThat(profile.items())
                    .contains(NAME, "evanescing", "MENTOR", "SCALING", "https://evanescence.example/a.png", "NOBODY");
        }
    }

    private static void requestErasure(UUID memberId, long revision) {
        var request = new ErasureRequested(UUID.randomUUID(), memberId, revision, PublicContent.REMOVE, now());
        try (var publisher = new Publisher();
                var topic = new TopicReader(Topics.ERASURE)) {
            publisher.publish(request);
            topic.await(ErasureAcknowledged.class, e -> e.erasureId().equals(request.erasureId()));
        }
    }

    /** As PostgreSQL shows a whole row. */
    private String row(UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement("select m::text from member m where id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static <T> T done(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
