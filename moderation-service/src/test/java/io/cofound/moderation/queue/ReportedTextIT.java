package io.cofound.moderation.queue;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.contracts.Topics;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.content.ReportCause;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.ReportOverturned;
import io.cofound.contracts.moderation.ReportUpheld;
import io.cofound.moderation.Scene;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.TopicReader;
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
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class ReportedTextIT {

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
    void several_reports_are_one_case_that_grows_more_urgent() {
        UUID moderator = scene.moderator();
        PostSubmitted post = scene.submitted(Scene.GOOD);
        scene.decisionOn(post);
        scene.reportedAndCounted(post, ReportCause.SCAM, "asks for money in private");
        String reported = scene.openCase(CaseKind.REPORT, post);
        float once = scene.get(moderator, "/cases/" + reported).extract().path("priority");

        scene.reportedAndCounted(post, ReportCause.SPAM, null);

        float twice = scene.get(moderator, "/cases/" + reported)
                .body("reports", equalTo(2))
                .body("reportedFor.note", contains("asks for money in private", null))
                .extract()
                .path("priority");
        assertThat(twice).isGreaterThan(once);
        scene.get(moderator, "/cases").body("items[0].id", equalTo(reported));
    }

    @Test
    void of_a_crowd_of_reports_all_count_and_those_with_a_note_are_shown_before_others() {
        UUID moderator = scene.moderator();
        PostSubmitted post = scene.submitted(Scene.GOOD);
        scene.decisionOn(post);

        IntStream.range(0, 59).forEach(i -> scene.reported(post, ReportCause.SPAM, null));
        scene.reported(post, ReportCause.SPAM, "the last of sixty");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        scene.count("report where case_id is not null and subject_id = '%s'".formatted(post.postId()))
                                == 60);

        scene.get(moderator, "/cases/" + scene.openCase(CaseKind.REPORT, post))
                .body("reports", equalTo(60))
                .body("reportedFor.size()", equalTo(50))
                .body("reportedFor[0].note", equalTo("the last of sixty"));
    }

    @Test
    void a_report_that_comes_before_the_judgement_waits_for_it() {
        PostSubmitted post = scene.post(UUID.randomUUID(), 1, Scene.GOOD, scene.author);
        var early = scene.reported(post, ReportCause.SPAM, null);
        Awaitility.await().until(() -> scene.count("report where id = '%s'".formatted(early.reportId())) == 1);

        scene.publisher.publish(post);

        scene.openCase(CaseKind.REPORT, post);
        assertThat(scene.count("report where case_id is not null and id = '%s'".formatted(early.reportId())))
                .isEqualTo(1);
    }

    @Test
    void whoever_reported_what_is_refused_was_right_until_it_is_overturned() {
        UUID moderator = scene.moderator();
        PostSubmitted post = scene.submitted(Scene.GOOD);
        DecisionMade decision = scene.decisionOn(post);
        var first = scene.reportedAndCounted(post, ReportCause.SPAM, null);
        var second = scene.reportedAndCounted(post, ReportCause.SPAM, null);

        scene.resolve(moderator, scene.openCase(CaseKind.REPORT, post), "REJECT", "SPAM")
                .statusCode(200);

        try (var reports = new TopicReader(Topics.REPORT)) {
            assertThat(reports.await(ReportUpheld.class, told -> told.reportId().equals(first.reportId()))
                            .reporterId())
                    .isEqualTo(first.reporterId());
            reports.await(ReportUpheld.class, told -> told.reportId().equals(second.reportId()));

            scene.appeal(scene.author, decision).statusCode(201);
            scene.resolve(scene.moderator(), scene.openCase(CaseKind.APPEAL, post), "PUBLISH", "OK")
                    .statusCode(200);

            assertThat(reports.await(ReportOverturned.class, told -> told.reportId()
                                    .equals(first.reportId()))
                            .authorId())
                    .isEqualTo(scene.author);
            reports.await(ReportOverturned.class, told -> told.reportId().equals(second.reportId()));
        }
    }

    @Test
    void whoever_reported_what_is_refused_before_anybody_was_asked_was_right() {
        PostSubmitted post = scene.post(UUID.randomUUID(), 1, Scene.SPAM, scene.author);
        var early = scene.reported(post, ReportCause.SPAM, null);
        Awaitility.await().until(() -> scene.count("report where id = '%s'".formatted(early.reportId())) == 1);

        scene.publisher.publish(post);

        try (var reports = new TopicReader(Topics.REPORT)) {
            reports.await(ReportUpheld.class, told -> told.reportId().equals(early.reportId()));
        }
    }

    @Test
    void whoever_reported_what_was_held_is_told_what_became_of_it() {
        UUID moderator = scene.moderator();
        PostSubmitted post = scene.submitted(Scene.DOUBTFUL);
        DecisionMade held = scene.decisionOn(post);
        var report = scene.reported(post, ReportCause.SPAM, null);
        Awaitility.await().until(() -> scene.count("report where id = '%s'".formatted(report.reportId())) == 1);

        scene.resolve(moderator, scene.openCase(CaseKind.REVIEW, post), "REJECT", "SPAM")
                .statusCode(200);

        try (var reports = new TopicReader(Topics.REPORT)) {
            reports.await(ReportUpheld.class, told -> told.reportId().equals(report.reportId()));

            scene.appeal(scene.author, held).statusCode(201);
            scene.resolve(scene.moderator(), scene.openCase(CaseKind.APPEAL, post), "PUBLISH", "OK")
                    .statusCode(200);
            reports.await(ReportOverturned.class, told -> told.reportId().equals(report.reportId()));
        }
    }

    @Test
    void a_report_that_people_do_not_share_changes_nothing() {
        UUID moderator = scene.moderator();
        PostSubmitted post = scene.submitted(Scene.GOOD);
        scene.decisionOn(post);
        var report = scene.reportedAndCounted(post, ReportCause.OTHER, null);

        scene.resolve(moderator, scene.openCase(CaseKind.REPORT, post), "PUBLISH", "OK")
                .statusCode(200);

        assertThat(scene.ruling(post, 2).action()).isEqualTo(Action.PUBLISH);
        try (var reports = new TopicReader(Topics.REPORT)) {
            assertThat(reports.events(ReportUpheld.class))
                    .extracting(ReportUpheld::reportId)
                    .doesNotContain(report.reportId());
        }
    }

    @Test
    void an_edit_that_is_refused_does_not_shield_what_others_still_see() {
        UUID moderator = scene.moderator();
        PostSubmitted post = scene.submitted(Scene.GOOD);
        DecisionMade shown = scene.decisionOn(post);
        scene.reportedAndCounted(post, ReportCause.SCAM, null);
        String reported = scene.openCase(CaseKind.REPORT, post);

        scene.decisionOn(scene.revised(post, Scene.SPAM));
        scene.reportedAndCounted(post, ReportCause.SCAM, "still there");

        scene.get(moderator, "/cases/" + reported)
                .body("decisionId", equalTo(shown.decisionId().toString()))
                .body("text", containsString("p99 fell"))
                .body("reports", equalTo(2));
        scene.resolve(moderator, reported, "REJECT", "SCAM").statusCode(200);
        assertThat(scene.ruling(post, 2).action()).isEqualTo(Action.REJECT);
    }

    @Test
    void what_is_reported_only_after_a_refused_edit_is_asked_about_as_others_see_it() {
        PostSubmitted post = scene.submitted(Scene.GOOD);
        DecisionMade shown = scene.decisionOn(post);
        scene.decisionOn(scene.revised(post, Scene.SPAM));

        scene.reportedAndCounted(post, ReportCause.SCAM, null);

        scene.get(scene.moderator(), "/cases/" + scene.openCase(CaseKind.REPORT, post))
                .body("decisionId", equalTo(shown.decisionId().toString()))
                .body("text", containsString("p99 fell"));
    }

    @Test
    void reports_go_on_with_a_held_edit_once_a_person_lets_others_see_it() {
        UUID moderator = scene.moderator();
        PostSubmitted post = scene.submitted(Scene.GOOD);
        scene.decisionOn(post);
        scene.reportedAndCounted(post, ReportCause.SPAM, null);
        String reported = scene.openCase(CaseKind.REPORT, post);
        PostSubmitted edit = scene.revised(post, Scene.DOUBTFUL);
        DecisionMade held = scene.decisionOn(edit);

        scene.resolve(moderator, scene.openCase(CaseKind.REVIEW, edit), "PUBLISH", "OK")
                .statusCode(200);

        scene.get(moderator, "/cases/" + reported)
                .body("state", equalTo("OPEN"))
                .body("decisionId", equalTo(held.decisionId().toString()));
    }

    @Test
    void what_was_moved_is_for_those_who_moderate_where_it_is_now() {
        UUID moderatorBefore = scene.moderator();
        PostSubmitted post = scene.submitted(Scene.GOOD);
        scene.decisionOn(post);
        UUID elsewhere = UUID.randomUUID();
        scene.shown(post, 1, elsewhere);
        Awaitility.await().until(() -> scene.count("decision where community_id = '%s'".formatted(elsewhere)) == 1);

        scene.reportedAndCounted(post, ReportCause.SPAM, null);

        String reported = scene.openCase(CaseKind.REPORT, post);
        scene.get(moderatorBefore, "/cases/" + reported).statusCode(404);
        assertThat(scene.value("select community_id::text from moderation_case where id = '%s'".formatted(reported)))
                .isEqualTo(elsewhere.toString());
    }

    @Test
    void an_edit_does_not_make_reports_go_away() {
        UUID moderator = scene.moderator();
        PostSubmitted post = scene.submitted(Scene.GOOD);
        scene.decisionOn(post);
        scene.reportedAndCounted(post, ReportCause.SPAM, null);
        String reported = scene.openCase(CaseKind.REPORT, post);
        scene.claim(moderator, reported).statusCode(200);

        DecisionMade newer = scene.decisionOn(scene.revised(post, Scene.GOOD + " And why?"));

        Awaitility.await().untilAsserted(() -> scene.get(moderator, "/cases/" + reported)
                .body("decisionId", equalTo(newer.decisionId().toString()))
                .body("state", equalTo("OPEN"))
                .body("text", containsString("And why?"))
                .body("reports", equalTo(1)));
    }

    @Test
    void a_member_who_reports_again_what_was_edited_counts_once_with_the_latest_word() {
        UUID moderator = scene.moderator();
        PostSubmitted post = scene.submitted(Scene.GOOD);
        scene.decisionOn(post);
        var first = scene.reportedAndCounted(post, ReportCause.SPAM, "an advertisement");
        String reported = scene.openCase(CaseKind.REPORT, post);
        DecisionMade newer = scene.decisionOn(scene.revised(post, Scene.GOOD + " And why?"));
        Awaitility.await().untilAsserted(() -> scene.get(moderator, "/cases/" + reported)
                .body("decisionId", equalTo(newer.decisionId().toString())));
        float once = scene.get(moderator, "/cases/" + reported).extract().path("priority");

        scene.reportedAgain(first, ReportCause.SPAM, "still one");

        scene.get(moderator, "/cases/" + reported)
                .body("reports", equalTo(1))
                .body("priority", equalTo(once))
                .body("reportedFor.note", contains("still one"));
        scene.reportedAndCounted(post, ReportCause.SPAM, null);
        scene.get(moderator, "/cases/" + reported).body("reports", equalTo(2));
    }
}
