package io.cofound.moderation.learning;

import java.util.List;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.moderation.Scene;
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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(LearnsFromLittle.class)
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class LiveVersionIT {

    private static final List<String> GOOD = List.of(
            Scene.GOOD,
            "Our first ten customers came from one talk at a local meetup. Happy to share the slides next week.",
            "We hired our second engineer last month, and the handbook that we wrote for her is open to everybody.");

    @Inject
    DataSource database;

    @Inject
    Engine engine;

    private Versions versions;
    private Scene scene;

    @BeforeEach
    void theShippedOneIsLive() {
        versions = new Versions(database);
        versions.none();
        scene = new Scene(database);
    }

    @AfterEach
    void leave() {
        scene.close();
        versions.none();
    }

    @Test
    void a_version_watches_then_decides_and_what_was_live_comes_back_in_one_call() {
        versions.holdsEverything("learnt-strict", engine, build());

        versions.move("learnt-strict", 1, "LIVE").statusCode(409);
        versions.move("learnt-strict", 1, "SHADOW").statusCode(200).body("details.shadow.texts", is(0));
        versions.move("learnt-strict", 2, "LIVE")
                .statusCode(409)
                .body("type", equalTo("urn:cofound:problem:too-little-shadow"));
        GOOD.forEach(text -> assertThat(decided(text).action()).isEqualTo(Action.PUBLISH));
        eventually(() -> versions.get("/learnt-strict")
                .body("details.shadow.texts", greaterThanOrEqualTo(LearnsFromLittle.SHADOW_AT_LEAST))
                .body("details.shadow.sameAction", is(0))
                .body("details.shadow.pairs.live.action", hasItem("PUBLISH"))
                .body("details.shadow.pairs.shadow.action", hasItem("HOLD")));
        metrics().body("learning.shadow.version", is("learnt-strict"));

        versions.move("learnt-strict", 2, "LIVE").statusCode(200);
        DecisionMade strictly = decided(Scene.GOOD);
        assertThat(strictly.action()).isEqualTo(Action.HOLD);
        assertThat(strictly.model()).startsWith("learnt-strict+rules-");
        as(Person.ADA)
                .get(MODELS)
                .then()
                .body("items.version", contains(equalTo("learnt-strict"), startsWith("local-")))
                .body("items.state", contains("LIVE", "RETIRED"));

        versions.rollBack()
                .statusCode(200)
                .body("version", startsWith("local-"))
                .body("state", is("LIVE"));
        assertThat(decided(Scene.GOOD).action()).isEqualTo(Action.PUBLISH);
        versions.get("/learnt-strict")
                .body("state", is("RETIRED"))
                .body("details.history.state", contains("SHADOW", "LIVE", "RETIRED"));
        versions.rollBack().statusCode(409).body("type", equalTo("urn:cofound:problem:nothing-before"));
    }

    @Test
    void one_version_watches_at_a_time_and_changes_name_the_revision_they_are_based_on() {
        versions.holdsEverything("learnt-one", engine, build());
        versions.holdsEverything("learnt-two", engine, build());

        versions.move("learnt-one", 7, "SHADOW").statusCode(412);
        versions.move("learnt-one", 1, "SHADOW").statusCode(200);
        versions.move("learnt-two", 1, "SHADOW")
                .statusCode(409)
                .body("type", equalTo("urn:cofound:problem:shadow-taken"));
        versions.move("learnt-one", 2, "RETIRED").statusCode(200);
        versions.move("learnt-two", 1, "SHADOW").statusCode(200);
        versions.move("shipped", 1, "RETIRED").statusCode(409);
        as(Person.OLGA)
                .contentType("application/json")
                .body("{\"state\": \"SHADOW\"}")
                .put(MODELS + "/learnt-one/state")
                .then()
                .statusCode(428);
    }

    @Test
    void only_what_was_compared_with_the_live_one_or_was_live_before_may_take_its_place() {
        versions.holdsEverything("learnt-one", engine, build());
        versions.holdsEverything("learnt-two", engine, build());
        versions.watched("learnt-one", 2);
        versions.watched("learnt-two", 2);
        versions.move("learnt-one", 1, "SHADOW").statusCode(200);
        versions.move("learnt-one", 2, "LIVE").statusCode(200);

        versions.move("learnt-two", 1, "SHADOW").statusCode(200);
        versions.move("learnt-two", 2, "LIVE")
                .statusCode(409)
                .body("type", equalTo("urn:cofound:problem:not-compared"));
        versions.rollBack().statusCode(200).body("version", startsWith("local-"));
        versions.move("learnt-two", 2, "LIVE").statusCode(200);

        versions.watched("learnt-one", 5);
        versions.move("learnt-one", 4, "SHADOW").statusCode(200);
        versions.move("learnt-one", 5, "LIVE").statusCode(200);
        versions.rollBack().statusCode(200).body("version", equalTo("learnt-two"));
    }

    @Test
    void what_another_build_made_judges_nothing_here() {
        versions.holdsEverything("learnt-elsewhere", engine, "another build");

        versions.move("learnt-elsewhere", 1, "SHADOW")
                .statusCode(409)
                .body("type", equalTo("urn:cofound:problem:other-build"));
        versions.execute("update model_version set state = 'RETIRED' where version = 'shipped'");
        versions.execute(
                "update model_version set state = 'LIVE', replaced = 'shipped' where version = 'learnt-elsewhere'");
        versions.tell();

        metrics().body("learning.live", is("learnt-elsewhere")).body("learning.judging", startsWith("local-"));
        assertThat(decided(Scene.GOOD).model()).startsWith("local-");
        versions.rollBack().statusCode(200).body("version", startsWith("local-"));
    }

    private io.restassured.response.ValidatableResponse metrics() {
        return as(Person.OLGA).get("/api/v1/moderation/metrics").then().statusCode(200);
    }

    private DecisionMade decided(String text) {
        PostSubmitted post = scene.submitted(text);
        return scene.decisionOn(post);
    }

    private String build() {
        return Engine.build(engine.shipped().await().indefinitely());
    }
}
