package io.cofound.moderation.learning;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.contracts.moderation.Label;
import io.cofound.moderation.Scene;
import io.cofound.moderation.classify.TrainingTexts;
import io.cofound.moderation.queue.CaseKind;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cofound.moderation.learning.Versions.MODELS;
import static io.cofound.moderation.learning.Versions.as;
import static io.cofound.moderation.learning.Versions.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(LearnsFromLittle.class)
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class TrainingIT {

    @Inject
    DataSource database;

    private Versions versions;

    @BeforeEach
    void nothingIsLearnt() {
        versions = new Versions(database);
        versions.none();
    }

    @AfterEach
    void leave() {
        versions.none();
    }

    @Test
    void the_same_rulings_make_the_same_version_to_the_byte() {
        String bad = TrainingTexts.taught(Label.SCAM).getFirst();
        versions.ruled(false, Label.SCAM, TrainingTexts.taught(Label.SCAM).subList(0, 12));
        versions.ruled(false, Label.OK, TrainingTexts.taught(Label.OK).subList(0, 12));
        versions.ruled(true, Label.SPAM, Scene.SPAM);
        versions.ruled(true, Label.OK, Scene.GOOD);
        gone(versions.ruled(false, Label.ABUSE, "A text of somebody who was erased meanwhile"));

        String first = versions.train();
        as(Person.OLGA).post(MODELS).then().statusCode(409).body("type", equalTo("urn:cofound:problem:training-runs"));
        var made = versions.made(first)
                .body("state", is("TRAINED"))
                .body("parent", is("shipped"))
                .body("figures.all.macroF1", greaterThan(0.8f))
                .body("details.report.learnt.SCAM", equalTo(12))
                .body("details.report.learnt.OK", equalTo(12))
                .body("details.report.learnt.ABUSE", nullValue())
                .body("details.report.heldOut", equalTo(2))
                .body("details.report.parentModel", startsWith("local-"))
                .body("details.report.figures.zh.candidate.texts", equalTo(1))
                .body("details.report.figures.all.parent.accuracy", equalTo(1.0f))
                .body("details.report.replay.texts", greaterThan(25))
                .body("details.report.replay.risks.size()", equalTo(10))
                .body("details.report.regressions", empty())
                .body("details.history.state", contains("TRAINING", "TRAINED"));
        assertThat(made.extract().asString()).doesNotContain(bad.substring(0, 15));

        String second = versions.train();
        versions.made(second)
                .body("details.weightsHash", equalTo(made.extract().path("details.weightsHash")))
                .body("details.report.inputs", equalTo(made.extract().path("details.report.inputs")));
        as(Person.ADA)
                .get(MODELS)
                .then()
                .statusCode(200)
                .body("items.state", contains("LIVE", "TRAINED", "TRAINED"))
                .body("items.version", hasItem(first))
                .body("items.details", contains(nullValue(), nullValue(), nullValue()));
        String cursor = as(Person.ADA)
                .get(MODELS + "?limit=1")
                .then()
                .body("items.state", contains("LIVE"))
                .extract()
                .path("nextCursor");
        as(Person.ADA).get(MODELS + "?limit=1&cursor=" + cursor).then().body("items.version", contains(second));
    }

    @Test
    void a_version_that_is_worse_goes_no_further() {
        versions.ruled(false, Label.SCAM, TrainingTexts.taught(Label.OK).subList(0, 150));
        versions.ruled(true, Label.OK, TrainingTexts.unseen(Label.OK).subList(0, 15));
        versions.ruled(true, Label.SPAM, Scene.SPAM);

        String version = versions.train();

        versions.made(version)
                .body("state", is("REGRESSED"))
                .body("details.report.regressions", not(empty()))
                .body("details.report.replay.changed", greaterThan(0))
                .body("details.report.replay.kinds.from.action", hasItem("PUBLISH"))
                .body("details.report.replay.decisions[0].decisionId", notNullValue());
        versions.move(version, 2, "SHADOW").statusCode(409).body("type", equalTo("urn:cofound:problem:model-state"));
    }

    @Test
    void what_a_moderator_rules_counts() {
        versions.ruled(false, Label.OK, TrainingTexts.taught(Label.OK).subList(0, LearnsFromLittle.AT_LEAST - 1));
        as(Person.OLGA)
                .post(MODELS)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:cofound:problem:too-few-rulings"));

        try (Scene scene = new Scene(database)) {
            String held = scene.openCase(CaseKind.REVIEW, scene.submitted(Scene.DOUBTFUL));
            scene.resolve(scene.moderator(), held, "PUBLISH", "OK").statusCode(200);
        }

        String key = java.util.UUID.randomUUID().toString();
        String version = as(Person.OLGA)
                .header("Idempotency-Key", key)
                .post(MODELS)
                .then()
                .statusCode(202)
                .extract()
                .path("version");
        as(Person.OLGA)
                .header("Idempotency-Key", key)
                .post(MODELS)
                .then()
                .statusCode(202)
                .body("version", equalTo(version));
        versions.made(version).body("state", not("FAILED"));
    }

    @Test
    void a_training_whose_process_died_has_failed_and_holds_up_nobody() {
        versions.ruled(false, Label.OK, TrainingTexts.taught(Label.OK).subList(0, LearnsFromLittle.AT_LEAST));
        versions.inTraining("learnt-alive", Instant.now().plusSeconds(3_600));
        as(Person.OLGA).post(MODELS).then().statusCode(409);
        versions.execute(
                "update model_version set leased_until = now() - interval '1 second' where state = 'TRAINING'");

        eventually(() -> versions.get("/learnt-alive")
                .body("state", is("FAILED"))
                .body("revision", is(2))
                .body("trainedOn", nullValue()));
        versions.made(versions.train()).body("state", not("FAILED"));
    }

    @Test
    void only_operators_have_versions_made() {
        for (Person person : List.of(Person.ADA, Person.MO)) {
            as(person).post(MODELS).then().statusCode(403);
            as(person).post(MODELS + "/rollback").then().statusCode(403);
        }
        as(Person.ADA).get(MODELS + "/shipped").then().statusCode(403);
        as(Person.MO).get(MODELS + "/shipped").then().statusCode(200).body("version", startsWith("local-"));
        as(Person.OLGA).get(MODELS + "/learnt-of-nobody").then().statusCode(404);
    }

    private void gone(java.util.UUID decision) {
        versions.execute("update decision set text = null where id = '" + decision + "'");
    }
}
