package io.cofound.moderation.appeal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.MemberRegistered;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.content.ReportCause;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.AppealDecided;
import io.cofound.contracts.moderation.AppealOutcome;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.moderation.Scene;
import io.cofound.moderation.queue.CaseKind;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TopicReader;
import io.cofound.testing.Traces;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class AppealIT {

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
    void somebody_who_had_no_part_in_the_ruling_overturns_it_and_the_author_hears() {
        UUID first = scene.moderator();
        UUID second = scene.moderator();
        PostSubmitted post = scene.submitted(Scene.DOUBTFUL);
        DecisionMade decision = scene.decisionOn(post);
        scene.resolve(first, scene.openCase(CaseKind.REVIEW, post), "REJECT", "SPAM")
                .statusCode(200);
        String appeal = scene.appeal(scene.author, decision)
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .body("ruling", equalTo(2))
                .extract()
                .path("id");
        String asked = scene.openCase(CaseKind.APPEAL, post);

        scene.claim(first, asked).statusCode(403).body("type", endsWith("had-a-part"));
        scene.resolve(first, asked, "REJECT", "SPAM").statusCode(403);
        scene.get(first, "/cases?kind=APPEAL").body("items", empty());
        scene.get(second, "/cases/" + asked).body("plea", equalTo("This was a joke of ours."));
        scene.resolve(second, asked, "PUBLISH", "OK").statusCode(200);

        assertThat(scene.ruling(post, 3).action()).isEqualTo(Action.PUBLISH);
        try (var appeals = new TopicReader(Topics.APPEAL)) {
            AppealDecided decided =
                    appeals.await(AppealDecided.class, told -> told.appealId().equals(UUID.fromString(appeal)));
            assertThat(decided.outcome()).isEqualTo(AppealOutcome.OVERTURNED);
            assertThat(decided.ruling()).isEqualTo(3);
        }
        scene.get(scene.author, "/appeals/" + appeal).body("state", equalTo("OVERTURNED"));
    }

    @Test
    void an_author_appeals_once_and_the_answer_is_final() {
        PostSubmitted post = scene.submitted(Scene.SPAM);
        DecisionMade decision = scene.decisionOn(post);
        scene.appeal(scene.author, decision).statusCode(201);

        scene.appeal(scene.author, decision).statusCode(409).body("type", endsWith("already-appealed"));
        scene.resolve(scene.moderator(), scene.openCase(CaseKind.APPEAL, post), "REJECT", "SPAM")
                .statusCode(200);

        assertThat(scene.ruling(post, 2).action()).isEqualTo(Action.REJECT);
        scene.appeal(scene.author, decision).statusCode(409).body("type", endsWith("appeal-is-final"));
    }

    @Test
    void only_the_author_appeals_and_only_against_a_refusal() {
        DecisionMade refused = scene.decisionOn(scene.submitted(Scene.SPAM));
        DecisionMade held = scene.decisionOn(scene.submitted(Scene.DOUBTFUL));
        DecisionMade published = scene.decisionOn(scene.submitted(Scene.GOOD));

        scene.appeal(UUID.randomUUID(), refused).statusCode(404);
        scene.appeal(scene.moderator(), refused).statusCode(403).body("type", endsWith("author-only"));
        scene.appeal(scene.author, held).statusCode(409).body("type", endsWith("not-decided-yet"));
        scene.appeal(scene.author, published).statusCode(409).body("type", endsWith("nothing-to-appeal"));
        scene.post(scene.author, "/decisions/" + refused.decisionId() + "/appeals", Map.of("text", " "))
                .statusCode(400);
    }

    @Test
    void an_appeal_has_a_deadline() {
        DecisionMade refused = scene.decisionOn(scene.submitted(Scene.SPAM));
        scene.execute("update decision set decided_at = decided_at - interval '15 days' where id = '%s'"
                .formatted(refused.decisionId()));

        scene.appeal(scene.author, refused).statusCode(409).body("type", endsWith("appeal-too-late"));
    }

    @Test
    void what_was_removed_and_restored_and_is_refused_then_can_be_appealed() {
        PostSubmitted post = scene.submitted(Scene.GOOD);
        scene.decisionOn(post);
        scene.removed(post);
        Awaitility.await()
                .until(() -> scene.count("removed_subject where subject_id = '%s'".formatted(post.postId())) == 1);
        scene.shown(post, 2, scene.community);
        Awaitility.await()
                .until(() -> scene.count("removed_subject where subject_id = '%s'".formatted(post.postId())) == 0);
        scene.reportedAndCounted(post, ReportCause.SPAM, null);
        scene.resolve(scene.moderator(), scene.openCase(CaseKind.REPORT, post), "REJECT", "SPAM")
                .statusCode(200);

        scene.appeal(scene.author, scene.ruling(post, 2)).statusCode(201);
    }

    @Test
    void what_others_saw_until_it_was_refused_can_be_appealed_though_an_edit_was_refused_before() {
        PostSubmitted post = scene.submitted(Scene.GOOD);
        scene.decisionOn(post);
        scene.decisionOn(scene.revised(post, Scene.SPAM));
        scene.reportedAndCounted(post, ReportCause.SCAM, null);
        scene.resolve(scene.moderator(), scene.openCase(CaseKind.REPORT, post), "REJECT", "SCAM")
                .statusCode(200);

        scene.appeal(scene.author, scene.ruling(post, 2)).statusCode(201);
        scene.resolve(scene.moderator(), scene.openCase(CaseKind.APPEAL, post), "PUBLISH", "OK")
                .statusCode(200);

        assertThat(scene.ruling(post, 3).action()).isEqualTo(Action.PUBLISH);
    }

    @Test
    void what_others_saw_until_it_was_refused_can_be_appealed_and_read_though_an_edit_was_refused_after() {
        PostSubmitted post = scene.submitted(Scene.GOOD);
        scene.decisionOn(post);
        scene.reportedAndCounted(post, ReportCause.SCAM, null);
        scene.resolve(scene.moderator(), scene.openCase(CaseKind.REPORT, post), "REJECT", "SCAM")
                .statusCode(200);
        scene.decisionOn(scene.revised(post, Scene.SPAM));

        scene.appeal(scene.author, scene.ruling(post, 2)).statusCode(201);

        scene.get(scene.moderator(), "/cases/" + scene.openCase(CaseKind.APPEAL, post))
                .body("text", containsString("p99 fell"));
    }

    @Test
    void what_was_replaced_by_something_others_saw_cannot_be_appealed() {
        PostSubmitted post = scene.submitted(Scene.SPAM);
        DecisionMade refused = scene.decisionOn(post);
        scene.decisionOn(scene.revised(post, Scene.GOOD));

        scene.appeal(scene.author, refused).statusCode(409).body("type", endsWith("text-is-gone"));
    }

    @Test
    void an_appeal_ends_with_the_text_it_is_about() {
        PostSubmitted post = scene.submitted(Scene.SPAM);
        DecisionMade refused = scene.decisionOn(post);
        String appeal =
                scene.appeal(scene.author, refused).statusCode(201).extract().path("id");

        scene.removed(post);

        Awaitility.await().untilAsserted(() -> scene.get(scene.author, "/appeals/" + appeal)
                .body("state", equalTo("WITHDRAWN")));
        scene.appeal(scene.author, refused).statusCode(409).body("type", endsWith("text-is-gone"));
    }

    @Test
    void an_appeal_is_seen_by_its_author_and_by_moderators() {
        DecisionMade refused = scene.decisionOn(scene.submitted(Scene.SPAM));
        String appeal = scene.appeal(scene.author, refused).extract().path("id");

        scene.get(scene.moderator(), "/appeals/" + appeal).statusCode(200);
        scene.get(Person.MO.id(), "/appeals/" + appeal).statusCode(200);
        scene.get(scene.member(CommunityRole.MEMBER), "/appeals/" + appeal).statusCode(404);
    }

    @Test
    void an_appeal_moves_with_the_post_it_is_about() {
        UUID moderatorBefore = scene.moderator();
        PostSubmitted post = scene.submitted(Scene.GOOD);
        scene.decisionOn(post);
        DecisionMade refused = scene.decisionOn(scene.revised(post, Scene.SPAM));
        String appeal = scene.appeal(scene.author, refused).extract().path("id");
        UUID elsewhere = UUID.randomUUID();

        scene.shown(post, 1, elsewhere);

        Awaitility.await().untilAsserted(() -> scene.get(moderatorBefore, "/appeals/" + appeal)
                .statusCode(404));
        scene.get(scene.author, "/appeals/" + appeal).statusCode(200);
    }

    @Test
    void the_author_is_told_why_in_the_language_of_the_text() {
        DecisionMade refused = scene.decisionOn(scene.submitted(Scene.SPAM));

        scene.get(scene.author, "/decisions/" + refused.decisionId() + "/statement")
                .statusCode(200)
                .body("language", equalTo("zh"))
                .body("restriction.action", equalTo("REJECT"))
                .body("restriction.text", equalTo("他人看不到该帖子。"))
                .body("automation.decided", equalTo(true))
                .body("ground[0].clause", equalTo("no-unsolicited-advertising"))
                .body("ground[0].text", startsWith("禁止未经请求的广告"))
                .body("evidence[0]", not(emptyString()))
                .body("redress.appealUntil", notNullValue());
        scene.get(UUID.randomUUID(), "/decisions/" + refused.decisionId() + "/statement")
                .statusCode(404);
    }

    @Test
    void whoever_prefers_chinese_is_told_why_in_chinese() {
        speaks("zh-Hans");
        DecisionMade english = scene.decisionOn(scene.submitted(Scene.GOOD));
        scene.get(scene.author, "/decisions/" + english.decisionId() + "/statement")
                .body("language", equalTo("zh"))
                .body("ground[0].text", startsWith("适合"));
    }

    /** Known when this returns. */
    private void speaks(String language) {
        scene.publisher.publish(new MemberRegistered(scene.author, 1, "Ada", language, Instant.now()));
        Awaitility.await(language)
                .until(() -> scene.count("preferred_language where member_id = '%s' and language = '%s'"
                                .formatted(scene.author, language))
                        == 1);
    }

    @Test
    void erasing_the_author_ends_the_appeal_and_leaves_no_word_of_it() throws SQLException {
        PostSubmitted post = scene.submitted(Scene.SPAM);
        DecisionMade refused = scene.decisionOn(post);
        scene.post(
                        scene.author,
                        "/decisions/" + refused.decisionId() + "/appeals",
                        Map.of("text", "quillonbrace was only quoted"))
                .statusCode(201);
        String asked = scene.openCase(CaseKind.APPEAL, post);

        scene.publisher.publish(
                new ErasureRequested(UUID.randomUUID(), scene.author, 7, PublicContent.REMOVE, Instant.now()));

        Awaitility.await().untilAsserted(() -> scene.get(Person.MO.id(), "/cases/" + asked)
                .body("state", equalTo("WITHDRAWN"))
                .body("text", nullValue()));
        assertThat(Traces.inTables(database, "quillonbrace")).isEmpty();
        assertThat(scene.value("select text from decision where id = '%s'".formatted(refused.decisionId())))
                .isNull();
    }
}
