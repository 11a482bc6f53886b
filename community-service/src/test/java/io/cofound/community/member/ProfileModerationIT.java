package io.cofound.community.member;

import java.util.UUID;

import io.cofound.community.Somebody;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.MemberChanged;
import io.cofound.contracts.community.ProfileSubmitted;
import io.cofound.contracts.moderation.Action;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cofound.community.Somebody.rule;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What others see of what a member says in own words, by what was decided about it. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class ProfileModerationIT {

    private Somebody lin;

    /** The name in the token. */
    private String given;

    @BeforeEach
    void arrive() {
        lin = Somebody.arrives();
        given = lin.does().get("/api/v1/me").path("displayName");
    }

    @Test
    void until_it_is_judged_others_see_the_name_of_the_token_and_what_needs_no_judgement() {
        lin.submits(profile("Lin Xiaoyu", "I write Rust."))
                .statusCode(200)
                .body("displayName", equalTo("Lin Xiaoyu"))
                .body("moderation.state", equalTo("PENDING"))
                .body("moderation.shown", equalTo(false));

        given().get(lin.path())
                .then()
                .body("displayName", equalTo(given))
                .body("headline", nullValue())
                .body("links", empty())
                .body("skills", contains("llm"))
                .body("moderation", nullValue());

        ProfileSubmitted words = lin.submitted();
        rule(words, Action.PUBLISH, 1);
        lin.awaitModeration("PUBLISHED");

        given().get(lin.path())
                .then()
                .body("displayName", equalTo("Lin Xiaoyu"))
                .body("headline", equalTo("I write Rust."));
        lin.does()
                .get("/api/v1/me")
                .then()
                .body("moderation.shown", equalTo(true))
                .body("revision", equalTo(2));
        awaitTombstone(words.submissionId());
        assertThat(lastTold().displayName()).isEqualTo("Lin Xiaoyu");
    }

    @Test
    void what_is_held_or_rejected_nobody_hears_of_and_the_member_learns_why() {
        for (Action refusal : new Action[] {Action.HOLD, Action.REJECT}) {
            String words = "Cheap followers " + refusal + " " + lin.id();
            lin.submits(profile("Lin", words));
            ProfileSubmitted submitted = lin.submitted();
            rule(submitted, refusal, 1);
            lin.awaitModeration(refusal == Action.HOLD ? "HELD" : "REJECTED");

            lin.does()
                    .get("/api/v1/me")
                    .then()
                    .body("headline", equalTo(words))
                    .body("moderation.decision.reasons[0].clause", equalTo("no-unsolicited-advertising"));
            given().get(lin.path()).then().body("displayName", equalTo(given)).body("headline", nullValue());
            Somebody.arrives()
                    .does()
                    .get("/api/v1/members?q=followers " + lin.id())
                    .then()
                    .body("items", empty());
            awaitTombstone(submitted.submissionId());
            assertThat(toldToOthers(words)).isFalse();
        }
    }

    @Test
    void an_edit_is_judged_while_others_see_what_was_accepted_before() {
        lin.presents(profile("Lin", "First."));
        lin.submits(profile("Lin", "Second."));

        given().get(lin.path()).then().body("headline", equalTo("First."));
        rule(lin.submitted(), Action.REJECT, 1);
        lin.awaitModeration("REJECTED");

        given().get(lin.path()).then().body("displayName", equalTo("Lin")).body("headline", equalTo("First."));
        lin.submits(profile("Lin", "First."))
                .body("moderation.state", equalTo("PUBLISHED"))
                .body("headline", equalTo("First."));
    }

    @Test
    void what_needs_no_judgement_counts_at_once_and_nothing_is_submitted() {
        lin.presents(profile("Lin", "First."));
        ProfileSubmitted before = lin.submitted();

        lin.submits(profile("Lin", "First.").replace("\"llm\"", "\"robotics\""))
                .body("moderation.state", equalTo("PUBLISHED"));

        given().get(lin.path()).then().body("skills", contains("robotics"));
        Somebody.arrives().presents(profile("Someone", "It comes after."));
        assertThat(lin.submitted()).isEqualTo(before);
    }

    @Test
    void what_is_decided_late_about_words_that_were_replaced_changes_nothing() {
        lin.submits(profile("Lin", "First."));
        ProfileSubmitted first = lin.submitted();
        lin.submits(profile("Lin", "Second."));
        ProfileSubmitted second = lin.submitted();
        assertThat(second.revision()).isGreaterThan(first.revision());
        awaitTombstone(first.submissionId());

        rule(first, Action.PUBLISH, 1);
        rule(second, Action.HOLD, 1);
        lin.awaitModeration("HELD");
        Somebody.arrives().presents(profile("Someone", "It comes after."));

        given().get(lin.path()).then().body("headline", nullValue());
        lin.does().get("/api/v1/me").then().body("headline", equalTo("Second."));
    }

    @Test
    void what_was_shown_and_is_refused_is_withdrawn_and_a_reversal_restores_it() {
        lin.presents(profile("Lin", "First."));
        ProfileSubmitted words = lin.submitted();

        rule(words, Action.REJECT, 2);
        lin.awaitModeration("REJECTED");

        given().get(lin.path()).then().body("displayName", equalTo(given)).body("headline", nullValue());
        lin.does().get("/api/v1/me").then().body("headline", equalTo("First."));
        Awaitility.await().until(() -> lastTold().displayName().equals(given));
        long withdrawn = lastTold().revision();

        rule(words, Action.PUBLISH, 3);
        lin.awaitModeration("PUBLISHED");
        rule(words, Action.REJECT, 2);
        Somebody.arrives().presents(profile("Someone", "It comes after."));

        given().get(lin.path()).then().body("displayName", equalTo("Lin")).body("headline", equalTo("First."));
        Awaitility.await().until(() -> lastTold().displayName().equals("Lin"));
        assertThat(lastTold().revision()).isGreaterThan(withdrawn);
    }

    @Test
    void what_was_shown_is_withdrawn_though_newer_words_wait() {
        lin.presents(profile("Lin", "First."));
        ProfileSubmitted shown = lin.submitted();
        lin.submits(profile("Lin", "Second."));

        rule(shown, Action.REJECT, 2);

        Awaitility.await().until(() -> given().get(lin.path()).path("headline") == null);
        lin.does()
                .get("/api/v1/me")
                .then()
                .body("headline", equalTo("Second."))
                .body("moderation.state", equalTo("PENDING"));
    }

    @Test
    void what_was_shown_and_is_refused_comes_back_once_that_is_taken_back_though_newer_words_are_held() {
        lin.presents(profile("Lin", "First."));
        ProfileSubmitted shown = lin.submitted();
        lin.submits(profile("Lin", "Second."));
        rule(lin.submitted(), Action.HOLD, 1);
        lin.awaitModeration("HELD");

        rule(shown, Action.REJECT, 2);
        Awaitility.await().until(() -> given().get(lin.path()).path("headline") == null);
        rule(shown, Action.PUBLISH, 3);

        Awaitility.await().until(() -> "First.".equals(given().get(lin.path()).path("headline")));
        Somebody.arrives()
                .does()
                .get(lin.path())
                .then()
                .body("displayName", equalTo("Lin"))
                .body("links", contains("https://example.org/me"));
        lin.does()
                .get("/api/v1/me")
                .then()
                .body("headline", equalTo("Second."))
                .body("moderation.state", equalTo("HELD"));
    }

    private static String profile(String name, String headline) {
        return """
                {"displayName": "%s", "headline": "%s", "links": ["https://example.org/me"], "skills": ["llm"],
                 "language": "en"}""".formatted(name, headline);
    }

    private MemberChanged lastTold() {
        try (var members = new TopicReader(Topics.MEMBER)) {
            members.await(MemberChanged.class, e -> e.memberId().equals(lin.id()));
            return members.events(MemberChanged.class).stream()
                    .filter(e -> e.memberId().equals(lin.id()))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
        }
    }

    private static boolean toldToOthers(String words) {
        try (var members = new TopicReader(Topics.MEMBER)) {
            return members.events(MemberChanged.class).stream().anyMatch(e -> words.equals(e.headline()));
        }
    }

    private static void awaitTombstone(UUID key) {
        try (var records = new TopicReader(Topics.MEMBER)) {
            Awaitility.await("tombstone").until(() -> records.records().stream()
                    .filter(record -> record.key().equals(key.toString()))
                    .reduce((earlier, later) -> later)
                    .filter(last -> last.value() == null)
                    .isPresent());
        }
    }
}
