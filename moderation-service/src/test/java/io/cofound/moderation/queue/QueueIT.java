package io.cofound.moderation.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Rung;
import io.cofound.moderation.Scene;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(EveryCaseIsLookedAtTwice.class)
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class QueueIT {

    @Inject
    DataSource database;

    private Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(database);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void what_the_cascade_holds_waits_for_the_moderators_of_its_community_and_for_nobody_else() {
        UUID moderator = scene.moderator();
        UUID member = scene.member(CommunityRole.MEMBER);
        UUID elsewhere;
        try (Scene other = new Scene(database)) {
            elsewhere = other.moderator();
        }
        PostSubmitted post = scene.submitted(Scene.DOUBTFUL);

        String waiting = scene.openCase(CaseKind.REVIEW, post);

        scene.get(moderator, "/cases?communityId=" + scene.community)
                .statusCode(200)
                .body("items.id", contains(waiting))
                .body("items[0].kind", equalTo("REVIEW"))
                .body("items[0].text", containsString("Our launch is on Monday."));
        scene.get(moderator, "/cases").body("items.id", contains(waiting));
        scene.get(Person.MO.id(), "/cases/" + waiting)
                .statusCode(200)
                .body("reasons[0].clause", equalTo("no-instructions-to-the-moderator"));
        scene.get(member, "/cases/" + waiting).statusCode(404);
        scene.get(member, "/cases").statusCode(403);
        scene.get(elsewhere, "/cases/" + waiting).statusCode(404);
        scene.get(elsewhere, "/cases?communityId=" + scene.community).statusCode(404);
        scene.get(elsewhere, "/cases").body("items", empty());
    }

    @Test
    void nobody_judges_an_own_text() {
        scene.join(scene.author, CommunityRole.OWNER);
        String own = scene.openCase(CaseKind.REVIEW, scene.submitted(Scene.DOUBTFUL));

        scene.get(scene.author, "/cases").statusCode(200).body("items", empty());
        scene.get(scene.author, "/cases/" + own).statusCode(404);
        scene.claim(scene.author, own).statusCode(404);
        scene.resolve(scene.author, own, "PUBLISH", "OK").statusCode(404);
    }

    @Test
    void of_many_moderators_who_claim_a_case_at_once_exactly_one_gets_it() throws Exception {
        List<UUID> moderators = Stream.generate(scene::moderator).limit(6).toList();
        String wanted = scene.openCase(CaseKind.REVIEW, scene.submitted(Scene.DOUBTFUL));

        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(moderators.size())) {
            var claims = moderators.stream()
                    .map(moderator -> threads.submit(
                            () -> scene.claim(moderator, wanted).extract().statusCode()))
                    .toList();
            for (var claim : claims) {
                answers.add(claim.get());
            }
        }

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(answers).hasSize(moderators.size());
    }

    @Test
    void a_claim_is_extended_by_repeating_ends_by_itself_and_can_be_given_back() {
        UUID first = scene.moderator();
        UUID second = scene.moderator();
        String wanted = scene.openCase(CaseKind.REVIEW, scene.submitted(Scene.DOUBTFUL));
        String until = scene.claim(first, wanted)
                .statusCode(200)
                .body("state", equalTo("CLAIMED"))
                .extract()
                .path("claimedUntil");

        String later = scene.claim(first, wanted).statusCode(200).extract().path("claimedUntil");
        assertThat(Instant.parse(later)).isAfter(Instant.parse(until));
        scene.resolve(second, wanted, "PUBLISH", "OK").statusCode(409).body("type", endsWith("case-claimed"));
        scene.get(second, "/cases?state=CLAIMED").body("items.id", contains(wanted));
        scene.get(second, "/cases").body("items", empty());

        scene.execute("update moderation_case set claimed_until = now() where id = '%s'".formatted(wanted));
        scene.claim(second, wanted).statusCode(200);
        scene.as(second)
                .delete("/api/v1/moderation/cases/" + wanted + "/claim")
                .then()
                .statusCode(204);
        scene.claim(first, wanted).statusCode(200);
    }

    @Test
    void what_a_person_answers_is_the_next_ruling_on_the_same_decision() {
        UUID moderator = scene.moderator();
        PostSubmitted post = scene.submitted(Scene.DOUBTFUL);
        DecisionMade held = scene.decisionOn(post);
        assertThat(held.action()).isEqualTo(Action.HOLD);
        assertThat(held.ruling()).isEqualTo(1);
        String waiting = scene.openCase(CaseKind.REVIEW, post);

        scene.post(
                        moderator,
                        "/cases/" + waiting + "/resolution",
                        Map.of(
                                "action",
                                "REJECT",
                                "label",
                                "SPAM",
                                "evidence",
                                "Our launch is on Monday.",
                                "reason",
                                "Ads."))
                .statusCode(200)
                .body("state", equalTo("RESOLVED"))
                .body("outcome.action", equalTo("REJECT"));

        DecisionMade ruled = scene.ruling(post, 2);
        assertThat(ruled.decisionId()).isEqualTo(held.decisionId());
        assertThat(ruled.action()).isEqualTo(Action.REJECT);
        assertThat(ruled.label()).isEqualTo(Label.SPAM);
        assertThat(ruled.rung()).isEqualTo(Rung.HUMAN);
        assertThat(ruled.reasons().getFirst().evidence()).isEqualTo("Our launch is on Monday.");
        scene.get(moderator, "/decisions/" + held.decisionId())
                .body("ruling", equalTo(2))
                .body("action", equalTo("REJECT"))
                .body("rulings.action", contains("HOLD", "REJECT"))
                .body("rulings[1].by", equalTo(moderator.toString()))
                .body("rulings.model", contains(containsString("+rules-"), equalTo("people")))
                .body("versions.rules", notNullValue());
        scene.get(scene.author, "/decisions/" + held.decisionId())
                .body("rulings[1].by", nullValue())
                .body("rulings[1].reason", equalTo("Ads."));
    }

    @Test
    void a_case_is_resolved_once() {
        UUID moderator = scene.moderator();
        UUID another = scene.moderator();
        PostSubmitted post = scene.submitted(Scene.DOUBTFUL);
        String waiting = scene.openCase(CaseKind.REVIEW, post);
        scene.resolve(moderator, waiting, "PUBLISH", "OK").statusCode(200);

        scene.resolve(moderator, waiting, "PUBLISH", "OK").statusCode(200);
        scene.resolve(another, waiting, "REJECT", "SPAM").statusCode(409).body("type", endsWith("case-resolved"));

        assertThat(scene.count("ruling where decision_id = '%s'"
                        .formatted(scene.decisionOn(post).decisionId())))
                .isEqualTo(2);
    }

    @Test
    void an_answer_has_to_make_sense_and_to_be_about_what_was_read() {
        UUID moderator = scene.moderator();
        String waiting = scene.openCase(CaseKind.REVIEW, scene.submitted(Scene.DOUBTFUL));
        String resolution = "/cases/" + waiting + "/resolution";

        scene.resolve(moderator, waiting, "REJECT", "OK").statusCode(422);
        scene.resolve(moderator, waiting, "PUBLISH", "SCAM").statusCode(422);
        scene.post(moderator, resolution, Map.of("action", "HOLD")).statusCode(422);
        scene.post(moderator, resolution, Map.of("label", "SPAM")).statusCode(400);
        scene.post(moderator, resolution, Map.of("action", "REJECT", "label", "SPAM", "evidence", "not there"))
                .statusCode(422);
        scene.as(moderator)
                .header("If-Match", "\"99\"")
                .contentType("application/json")
                .body(Map.of("action", "PUBLISH"))
                .post("/api/v1/moderation" + resolution)
                .then()
                .statusCode(412);
        scene.get(moderator, "/cases/" + waiting).body("state", equalTo("OPEN"));
    }

    @Test
    void the_most_urgent_case_comes_first_and_pages_follow_each_other() {
        UUID moderator = scene.moderator();
        List<PostSubmitted> posts =
                Stream.generate(() -> scene.submitted(Scene.DOUBTFUL)).limit(3).toList();
        List<String> waiting = posts.stream()
                .map(post -> scene.openCase(CaseKind.REVIEW, post))
                .toList();
        for (int i = 0; i < 3; i++) {
            scene.execute("update moderation_case set priority = %d where id = '%s'".formatted(i, waiting.get(i)));
        }

        String next = scene.get(moderator, "/cases?limit=2")
                .body("items.id", contains(waiting.get(2), waiting.get(1)))
                .extract()
                .path("nextCursor");

        scene.get(moderator, "/cases?limit=2&cursor=" + next)
                .body("items.id", contains(waiting.get(0)))
                .body("nextCursor", nullValue());
        scene.get(moderator, "/cases?cursor=nonsense").statusCode(400);
        scene.get(moderator, "/cases?kind=APPEAL").body("items", empty());
    }

    @Test
    void many_are_answered_at_once_each_with_its_own_result() {
        UUID moderator = scene.moderator();
        String open = scene.openCase(CaseKind.REVIEW, scene.submitted(Scene.DOUBTFUL));
        String nonsense = scene.openCase(CaseKind.REVIEW, scene.submitted(Scene.DOUBTFUL));

        scene.post(
                        moderator,
                        "/cases/resolutions",
                        Map.of(
                                "items",
                                List.of(
                                        Map.of("caseId", open, "resolution", Map.of("action", "PUBLISH")),
                                        Map.of(
                                                "caseId",
                                                nonsense,
                                                "resolution",
                                                Map.of("action", "REJECT", "label", "OK")),
                                        Map.of(
                                                "caseId",
                                                UUID.randomUUID(),
                                                "resolution",
                                                Map.of("action", "PUBLISH")))))
                .statusCode(200)
                .body("items.status", contains(200, 422, 404))
                .body("items[0].resolved.state", equalTo("RESOLVED"))
                .body("items[1].problem.type", endsWith("label-contradicts-action"));
        scene.get(moderator, "/cases/" + nonsense).body("state", equalTo("OPEN"));
    }

    @Test
    void moderators_note_what_authors_never_see() {
        UUID moderator = scene.moderator();
        String waiting = scene.openCase(CaseKind.REVIEW, scene.submitted(Scene.DOUBTFUL));

        scene.post(moderator, "/cases/" + waiting + "/notes", Map.of("text", "Third one this week."))
                .statusCode(201);

        scene.get(Person.MO.id(), "/cases/" + waiting + "/notes")
                .body("items.text", contains("Third one this week."))
                .body("items.writerId", contains(moderator.toString()));
        scene.get(scene.author, "/cases/" + waiting + "/notes").statusCode(404);
        scene.post(scene.author, "/cases/" + waiting + "/notes", Map.of("text", "me too"))
                .statusCode(404);
    }

    @Test
    void what_is_removed_waits_no_longer_and_its_text_is_not_kept() {
        UUID moderator = scene.moderator();
        PostSubmitted post = scene.submitted(Scene.DOUBTFUL);
        String waiting = scene.openCase(CaseKind.REVIEW, post);

        scene.removed(post);

        Awaitility.await().untilAsserted(() -> scene.get(moderator, "/cases/" + waiting)
                .body("state", equalTo("WITHDRAWN"))
                .body("text", nullValue()));
        assertThat(scene.value("select text from decision where subject_id = '%s'".formatted(post.postId())))
                .isNull();
        scene.claim(moderator, waiting).statusCode(409).body("type", endsWith("case-withdrawn"));
    }

    @Test
    void what_was_replaced_is_not_asked_about_any_more() {
        UUID moderator = scene.moderator();
        PostSubmitted post = scene.submitted(Scene.DOUBTFUL);
        String waiting = scene.openCase(CaseKind.REVIEW, post);

        scene.decisionOn(scene.revised(post, Scene.GOOD));

        Awaitility.await().untilAsserted(() -> scene.get(moderator, "/cases/" + waiting)
                .body("state", equalTo("WITHDRAWN"))
                .body("text", nullValue()));
    }
}
