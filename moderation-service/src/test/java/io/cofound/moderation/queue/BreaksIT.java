package io.cofound.moderation.queue;

import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.content.ReportCause;
import io.cofound.moderation.Scene;
import io.cofound.testing.InfrastructureTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class BreaksIT {

    @Inject
    DataSource database;

    private Scene scene;
    private UUID moderator;

    @BeforeEach
    void open() {
        scene = new Scene(database);
        moderator = scene.moderator();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void what_hurts_is_shown_only_to_those_who_take_it() {
        String severe = severe();

        scene.get(moderator, "/cases").body("items[0].severe", equalTo(true)).body("items[0].text", nullValue());
        scene.get(moderator, "/cases/" + severe)
                .statusCode(200)
                .body("text", nullValue())
                .body("reasons.clause", notNullValue());
        scene.claim(moderator, severe).statusCode(200).body("text", containsString("p99"));
        scene.get(moderator, "/cases/" + severe).body("text", containsString("p99"));
        scene.get(scene.moderator(), "/cases/" + severe).body("text", nullValue());
    }

    @Test
    void many_cases_in_a_row_or_many_severe_ones_call_for_a_break() {
        UUID hurt = scene.moderator();
        String severe = severe();
        workedThrough(severe, moderator, 50, false);
        workedThrough(severe, hurt, 20, true);
        String mild = mild();

        scene.claim(moderator, mild)
                .statusCode(429)
                .body("type", endsWith("break-due"))
                .header("Retry-After", notNullValue());
        scene.claim(hurt, severe).statusCode(429).body("type", endsWith("enough-severe-cases"));
        scene.claim(hurt, mild).statusCode(200);
    }

    @Test
    void a_severe_case_that_was_taken_counts_before_it_is_answered_and_when_it_is_given_back() {
        String last = severe();
        String oneMore = severe();
        workedThrough(last, moderator, 19, true);
        scene.claim(moderator, last).statusCode(200);

        scene.claim(moderator, oneMore).statusCode(429).body("type", endsWith("enough-severe-cases"));
        scene.resolve(moderator, oneMore, "PUBLISH", "OK").statusCode(429);
        scene.as(moderator)
                .delete("/api/v1/moderation/cases/" + last + "/claim")
                .then()
                .statusCode(204);

        scene.get(moderator, "/cases/" + last).body("state", equalTo("OPEN")).body("claimedBy", nullValue());
        scene.claim(moderator, oneMore).statusCode(429).body("type", endsWith("enough-severe-cases"));
        scene.claim(moderator, last).statusCode(200);
        scene.resolve(moderator, last, "PUBLISH", "OK").statusCode(200);
    }

    @Test
    void what_was_taken_is_in_a_row_before_it_is_answered() {
        String last = mild();
        String oneMore = mild();
        workedThrough(last, moderator, 49, false);
        scene.claim(moderator, last).statusCode(200);

        scene.claim(moderator, oneMore).statusCode(429).body("type", endsWith("break-due"));
        scene.resolve(moderator, last, "PUBLISH", "OK").statusCode(200);
    }

    private String severe() {
        PostSubmitted post = scene.submitted(Scene.GOOD);
        scene.decisionOn(post);
        scene.reportedAndCounted(post, ReportCause.ABUSE, null);
        return scene.openCase(CaseKind.REPORT, post);
    }

    private String mild() {
        return scene.openCase(CaseKind.REVIEW, scene.submitted(Scene.DOUBTFUL));
    }

    /** As if somebody had resolved that many copies of the case, a second apart. */
    private void workedThrough(String like, UUID moderator, int times, boolean severe) {
        scene.execute("""
                insert into moderation_case (id, revision, decision_id, ruling, kind, stage, subject_kind, subject_id,
                    subject_revision, community_id, author_id, submitted_at, label, risk, severe, harm, reach, uncertainty,
                    priority, reports, language, fresh_eyes, platform_only, resolved_by, resolved_label, resolved_action,
                    opened_at, closed_at)
                select gen_random_uuid(), 1, decision_id, ruling, 'REVIEW', 'RESOLVED', subject_kind, subject_id,
                    subject_revision, community_id, author_id, submitted_at, label, risk, %s, harm, reach, uncertainty,
                    priority, reports, language, false, false, '%s', 'OK', 'PUBLISH', now(), now() - i * interval '1 second'
                from moderation_case, generate_series(1, %d) as i where id = '%s'""".formatted(severe, moderator, times, like));
    }
}
