package io.cofound.moderation.quality;

import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.contracts.content.PostSubmitted;
import io.cofound.moderation.Scene;
import io.cofound.moderation.queue.CaseKind;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

@QuarkusTest
@QuarkusTestResource(EveryTextIsDrawn.class)
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class RungIT {

    @Inject
    DataSource database;

    @Inject
    QualityRounds rounds;

    private Scene scene;
    private UUID moderator;

    @BeforeEach
    void nothingWasJudgedToday() {
        scene = new Scene(database);
        scene.execute("delete from quality_observation");
        scene.execute("update ruling set made_at = made_at - interval '2 days' where number = 1");
        moderator = scene.moderator();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void what_a_step_held_stays_its_own_when_people_have_answered() {
        PostSubmitted bad = scene.submitted(Scene.DOUBTFUL);
        PostSubmitted good = scene.submitted(Scene.DOUBTFUL);
        scene.decisionOn(scene.submitted(Scene.SPAM));
        scene.decisionOn(scene.submitted(Scene.GOOD));
        JsonPath before = metrics();

        answer(bad, "REJECT", "SPAM");
        answer(good, "PUBLISH", "OK");

        JsonPath after = metrics();
        assertThat(after.getInt(of("RULES") + ".decisions")).isEqualTo(3);
        assertThat(after.getInt(of("RULES") + ".held")).isEqualTo(2);
        assertThat(after.getInt(of("RULES") + ".rejected")).isEqualTo(1);
        assertThat(after.getInt(of("RULES") + ".published")).isZero();
        assertThat(after.getDouble(of("RULES") + ".share")).isEqualTo(0.75);
        assertThat(after.getInt(of("MODEL") + ".published")).isEqualTo(1);
        assertThat(after.getDouble(of("MODEL") + ".share")).isEqualTo(0.25);
        assertThat(before.getInt(of("HUMAN") + ".decisions")).isZero();
        assertThat(after.getInt(of("HUMAN") + ".decisions")).isEqualTo(2);
        assertThat(after.getInt(of("HUMAN") + ".published")).isEqualTo(1);
        assertThat(after.getInt(of("HUMAN") + ".rejected")).isEqualTo(1);
        assertThat(after.getDouble(of("HUMAN") + ".share")).isEqualTo(0.5);
    }

    @Test
    void what_judging_takes_and_costs_is_told_of_each_step_without_the_time_that_a_text_waits() {
        judged("MODEL", 40, null, 99);
        judged("MODEL", 60, 7, 1);
        judged("LLM", 900, 30, 3);

        JsonPath metrics = metrics();

        assertThat(metrics.getDouble(of("MODEL") + ".medianMillis")).isEqualTo(40);
        assertThat(metrics.getDouble(of("MODEL") + ".p99Millis")).isBetween(40.0, 60.0);
        assertThat(metrics.getDouble(of("MODEL") + ".medianSeconds")).isEqualTo(3_600);
        assertThat(metrics.getDouble(of("LLM") + ".medianMillis")).isEqualTo(900);
        assertThat(metrics.getLong(of("MODEL") + ".costMicros")).isZero();
        assertThat(metrics.getLong(of("LLM") + ".costMicros"))
                .as("also where it had no usable answer")
                .isEqualTo(3 * 30 + 7);
        assertThat(metrics.getInt(of("RULES") + ".decisions")).isZero();
        assertThat(metrics.<Object>get(of("RULES") + ".medianMillis")).isNull();
        assertThat(metrics.<Object>get(of("HUMAN") + ".medianMillis")).isNull();
    }

    @Test
    void how_often_people_agree_is_told_of_the_step_that_held_or_rejected() throws Throwable {
        PostSubmitted held = scene.submitted(Scene.DOUBTFUL);
        answer(held, "PUBLISH", "OK");
        scene.decisionOn(scene.submitted(Scene.GOOD));
        judged("RULES", 1, null, 39);
        judged("MODEL", 60, null, 50);
        observe();

        VertxContextSupport.subscribeAndAwait(rounds::lookAfter);

        JsonPath metrics = metrics();
        assertThat(metrics.getDouble(of("RULES") + ".precision.value")).isEqualTo(39 / 40.0);
        assertThat(metrics.getInt(of("RULES") + ".precision.texts")).isEqualTo(40);
        assertThat(metrics.getDouble(of("MODEL") + ".precision.value")).isEqualTo(1);
        assertThat(metrics.<Object>get(of("LLM") + ".precision.value")).isNull();
        RestAssured.get("/q/metrics")
                .then()
                .body(containsString("cofound_moderation_rung_precision{rung=\"RULES\"} 0.975"))
                .body(containsString("cofound_moderation_rung_precision{rung=\"LLM\"} NaN"))
                .body(containsString("cofound_moderation_rung_judging_millis{percentile=\"50\",rung=\"MODEL\"} 60.0"));
    }

    private void answer(PostSubmitted post, String action, String label) {
        scene.resolve(moderator, scene.openCase(CaseKind.REVIEW, post), action, label)
                .statusCode(200);
    }

    private JsonPath metrics() {
        return scene.get(Person.MO.id(), "/metrics").statusCode(200).extract().jsonPath();
    }

    private static String of(String rung) {
        return "rungs.find { it.rung == '" + rung + "' }";
    }

    /** Held by the cascade an hour after it was written, and rejected by people since. */
    private void judged(String rung, int millis, Integer micros, int times) {
        scene.execute("""
                with made as (
                    insert into decision (id, subject_kind, subject_id, subject_revision, community_id, author_id, label,
                        action, rung, classification, decided_at, submitted_at, language, ruling, duration_millis,
                        cost_micros)
                    select gen_random_uuid(), 'POST', gen_random_uuid(), 1, '%1$s', '%2$s', 'SPAM', 'REJECT', 'HUMAN',
                        '{"reasons": []}', now(), now() - interval '61 minutes', 'en', 2, %4$d, %5$d
                    from generate_series(1, %6$d) returning id)
                insert into ruling (id, decision_id, number, occasion, label, action, rung, classification, made_at)
                select gen_random_uuid(), id, 1, 'CASCADE', 'SPAM', 'HOLD', '%3$s', '{"reasons": []}',
                    now() - interval '1 minute' from made""".formatted(scene.community, scene.author, rung, millis, micros, times));
    }

    /** What {@link #judged} left, as if people had been asked about it. */
    private void observe() {
        scene.execute("""
                insert into quality_observation (decision_id, community_id, author_id, language, rung, action, label,
                    confidence, inclusion, truth, written_at, made_at)
                select d.id, d.community_id, d.author_id, 'en', r.rung, r.action, r.label, 0.9, 1, d.label,
                    d.submitted_at, r.made_at
                from decision d join ruling r on r.decision_id = d.id and r.number = 1
                where d.community_id = '%s' on conflict do nothing""".formatted(scene.community));
    }
}
