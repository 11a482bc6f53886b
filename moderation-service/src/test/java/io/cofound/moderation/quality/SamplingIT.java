package io.cofound.moderation.quality;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.content.ReportCause;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.moderation.Scene;
import io.cofound.moderation.queue.CaseKind;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(EveryTextIsDrawn.class)
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class SamplingIT {

    @Inject
    DataSource database;

    @Inject
    QualityRounds rounds;

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
    void what_is_published_and_drawn_stays_so_while_it_waits_and_whoever_looks_is_not_told_what_was_found() {
        PostSubmitted post = scene.submitted(Scene.GOOD);
        String drawn = scene.openCase(CaseKind.SAMPLE, post);

        assertThat(scene.decisionOn(post).ruling()).isEqualTo(1);
        scene.get(moderator, "/cases/" + drawn)
                .statusCode(200)
                .body("text", containsString("p99 fell"))
                .body("label", nullValue())
                .body("risk", nullValue())
                .body("reasons", nullValue())
                .body("uncertainty", nullValue())
                .body("decisionId", nullValue())
                .body("subjectId", nullValue());
        scene.get(moderator, "/cases?kind=SAMPLE").body("items[0].label", nullValue());
    }

    @Test
    void what_breaks_the_policy_is_refused_like_any_other() {
        PostSubmitted post = scene.submitted(Scene.GOOD);
        String drawn = scene.openCase(CaseKind.SAMPLE, post);

        scene.resolve(moderator, drawn, "REJECT", "ABUSE").statusCode(200);

        DecisionMade ruling = scene.ruling(post, 2);
        assertThat(ruling.action()).isEqualTo(Action.REJECT);
        scene.get(scene.author, "/decisions/" + ruling.decisionId() + "/statement")
                .body("facts", containsString("drawn at random"));
        scene.appeal(scene.author, ruling).statusCode(201);
        assertThat(truthOf(ruling)).isEqualTo("ABUSE");
    }

    @Test
    void while_an_appeal_is_open_a_refusal_for_another_reason_is_not_appealed_again() {
        PostSubmitted post = scene.submitted(Scene.SPAM);
        String drawn = scene.openCase(CaseKind.SAMPLE, post);
        scene.appeal(scene.author, scene.decisionOn(post)).statusCode(201);

        scene.resolve(moderator, drawn, "REJECT", "SPAM").statusCode(200);

        scene.appeal(scene.author, scene.ruling(post, 2)).statusCode(409).body("type", endsWith("already-appealed"));
    }

    @Test
    void texts_in_other_languages_are_drawn_too() {
        PostSubmitted english = scene.post(UUID.randomUUID(), 1, Scene.GOOD, scene.author);
        PostSubmitted other = new PostSubmitted(
                english.submissionId(),
                english.postId(),
                1,
                english.communityId(),
                english.authorId(),
                english.type(),
                english.title(),
                english.body(),
                null,
                null,
                null,
                List.of(),
                "und",
                Instant.now());
        scene.publisher.publish(other);

        assertThat(scene.openCase(CaseKind.SAMPLE, other)).isNotNull();
    }

    @Test
    void whoever_is_not_told_what_was_found_has_to_say_what_it_is() {
        String drawn = scene.openCase(CaseKind.SAMPLE, scene.submitted(Scene.SPAM));

        scene.post(moderator, "/cases/" + drawn + "/resolution", Map.of("action", "REJECT"))
                .statusCode(422)
                .body("type", endsWith("label-contradicts-action"));
    }

    @Test
    void what_was_rejected_wrongly_and_drawn_is_restored() {
        PostSubmitted post = scene.submitted(Scene.SPAM);
        String drawn = scene.openCase(CaseKind.SAMPLE, post);
        assertThat(scene.decisionOn(post).action()).isEqualTo(Action.REJECT);

        scene.resolve(moderator, drawn, "PUBLISH", "OK").statusCode(200);

        assertThat(scene.ruling(post, 2).action()).isEqualTo(Action.PUBLISH);
        assertThat(truthOf(scene.ruling(post, 2))).isEqualTo("OK");
    }

    @Test
    void what_is_held_is_counted_with_certainty_and_the_last_person_is_believed() {
        PostSubmitted post = scene.submitted(Scene.DOUBTFUL);
        String review = scene.openCase(CaseKind.REVIEW, post);
        DecisionMade held = scene.decisionOn(post);
        assertThat(scene.count(
                        "moderation_case where kind = 'SAMPLE' and decision_id = '%s'".formatted(held.decisionId())))
                .isZero();
        assertThat(scene.value("select inclusion from quality_observation where decision_id = '%s'"
                        .formatted(held.decisionId())))
                .isEqualTo("1");

        scene.resolve(moderator, review, "REJECT", "SPAM").statusCode(200);
        assertThat(truthOf(held)).isEqualTo("SPAM");
        scene.appeal(scene.author, scene.ruling(post, 2)).statusCode(201);
        scene.resolve(Person.MO.id(), scene.openCase(CaseKind.APPEAL, post), "PUBLISH", "OK")
                .statusCode(200);

        assertThat(truthOf(held)).isEqualTo("OK");
    }

    @Test
    void an_answer_to_a_report_answers_what_was_drawn_too() {
        PostSubmitted post = scene.submitted(Scene.GOOD);
        String drawn = scene.openCase(CaseKind.SAMPLE, post);
        scene.reportedAndCounted(post, ReportCause.SPAM, null);

        scene.resolve(moderator, scene.openCase(CaseKind.REPORT, post), "REJECT", "SPAM")
                .statusCode(200);

        scene.get(moderator, "/cases/" + drawn).body("state", equalTo("RESOLVED"));
        assertThat(truthOf(scene.decisionOn(post))).isEqualTo("SPAM");
    }

    @Test
    void of_one_community_no_more_are_asked_about_in_a_day_than_the_cap_and_the_rest_is_remembered() {
        for (int i = 0; i < EveryTextIsDrawn.CAP; i++) {
            scene.execute("""
                    with made as (insert into decision (id, subject_kind, subject_id, subject_revision, community_id,
                        author_id, label, action, rung, classification, decided_at, submitted_at, language)
                        values (gen_random_uuid(), 'POST', gen_random_uuid(), 1, '%s', gen_random_uuid(), 'OK',
                            'PUBLISH', 'MODEL', '{}', now() - interval '25 hours', now(), 'en') returning id)
                    insert into quality_observation (decision_id, community_id, language, action, label, confidence,
                        inclusion, written_at, made_at)
                    select id, '%s', 'en', 'PUBLISH', 'OK', 1, 1, now(), now() - interval '1 minute' from made""".formatted(scene.community, scene.community));
        }

        DecisionMade beyond = scene.decisionOn(scene.submitted(Scene.GOOD));

        assertThat(scene.count("quality_observation where truth is null and decision_id = '%s'"
                        .formatted(beyond.decisionId())))
                .isEqualTo(1);
        assertThat(scene.count("moderation_case where decision_id = '%s'".formatted(beyond.decisionId())))
                .isZero();
    }

    @Test
    void what_harms_comes_first_until_a_sample_has_waited_long() throws Throwable {
        String drawn = scene.openCase(CaseKind.SAMPLE, scene.submitted(Scene.GOOD));
        String held = scene.openCase(CaseKind.REVIEW, scene.submitted(Scene.DOUBTFUL));
        scene.get(moderator, "/cases?communityId=" + scene.community).body("items.id", contains(held, drawn));

        scene.execute(
                "update moderation_case set opened_at = now() - interval '8 days' where id = '%s'".formatted(drawn));
        VertxContextSupport.subscribeAndAwait(rounds::lookAfter);

        scene.get(moderator, "/cases?communityId=" + scene.community).body("items.id", contains(drawn, held));
    }

    private String truthOf(DecisionMade decision) {
        return scene.value(
                "select truth from quality_observation where decision_id = '%s'".formatted(decision.decisionId()));
    }
}
