package io.cofound.moderation.learning;

import java.util.List;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.moderation.Scene;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cofound.moderation.learning.Versions.as;
import static io.cofound.moderation.learning.Versions.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(LearnsFromLittle.class)
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class DriftIT {

    @Inject
    DataSource database;

    @Inject
    LiveModels live;

    @Inject
    Engine engine;

    private Versions versions;

    @BeforeEach
    void nothingIsCounted() {
        versions = new Versions(database);
        versions.none();
    }

    @AfterEach
    void leave() {
        versions.none();
    }

    @Test
    void alarms_when_risks_are_no_longer_what_they_were() {
        counted("RISK", "0", 2_700, "3 days");
        counted("RISK", "9", 300, "3 days");
        counted("RISK", "0", 140, "2 hours");
        counted("RISK", "9", 60, "2 hours");

        metrics()
                .body("drift.find { it.of == 'RISK' }.basis", equalTo("HISTORY"))
                .body("drift.find { it.of == 'RISK' }.psi", greaterThan(0.2f))
                .body("drift.find { it.of == 'RISK' }.alarm", is(true))
                .body("drift.find { it.of == 'RISK' }.lately.'9'", is(60));
        assertThat(gauge("RISK")).isGreaterThan(0.2);
    }

    @Test
    void is_quiet_about_what_came_as_always_and_about_what_is_too_little_to_tell() {
        counted("LANGUAGE", "zh", 1_500, "3 days");
        counted("LANGUAGE", "en", 1_500, "3 days");
        counted("LANGUAGE", "zh", 95, "2 hours");
        counted("LANGUAGE", "en", 105, "2 hours");
        counted("LENGTH", "to-40", 3_000, "3 days");
        counted("LENGTH", "longer", 99, "2 hours");

        metrics()
                .body("drift.find { it.of == 'LANGUAGE' }.psi", lessThan(0.05f))
                .body("drift.find { it.of == 'LANGUAGE' }.alarm", is(false))
                .body("drift.find { it.of == 'LENGTH' }.psi", nullValue())
                .body("drift.find { it.of == 'LENGTH' }.alarm", is(false))
                .body("drift.find { it.of == 'RISK' }.basis", equalTo("NONE"));
        assertThat(gauge("LENGTH")).isNaN();
    }

    @Test
    void a_new_version_is_compared_with_what_it_thought_of_earlier_texts() {
        versions.holdsEverything(
                "learnt-lately", engine, Engine.build(engine.shipped().await().indefinitely()));
        versions.replayed("learnt-lately", List.of(900L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 100L));
        versions.execute("update model_version set state = 'RETIRED' where version = 'shipped'");
        versions.execute("update model_version set state = 'LIVE' where version = 'learnt-lately'");
        versions.tell();
        eventually(() -> assertThat(live.name()).isEqualTo("learnt-lately"));
        counted("RISK", "0", 140, "2 hours");
        counted("RISK", "9", 60, "2 hours");

        metrics()
                .body("drift.find { it.of == 'RISK' }.basis", equalTo("REPLAY"))
                .body("drift.find { it.of == 'RISK' }.before.'0'", is(900))
                .body("drift.find { it.of == 'RISK' }.alarm", is(true));
    }

    @Test
    void counts_what_comes_in() {
        try (Scene scene = new Scene(database)) {
            scene.decisionOn(scene.submitted(Scene.GOOD));
        }

        eventually(() -> metrics()
                .body("drift.find { it.of == 'LANGUAGE' }.lately", hasKey("en"))
                .body("drift.find { it.of == 'LENGTH' }.lately.'to-140'", is(1))
                .body("drift.find { it.of == 'FOREIGN_LETTERS' }.lately.none", is(1))
                .body("drift.collect { it.of }", hasItem("RISK")));
    }

    private void counted(String feature, String bin, int texts, String ago) {
        versions.execute(
                "insert into model_drift values (date_trunc('hour', now() - interval '%s'), '%s', '%s', '%s', %d)"
                        .formatted(ago, live.name(), feature, bin, texts));
    }

    private static ValidatableResponse metrics() {
        return as(Person.OLGA).get("/api/v1/moderation/metrics").then().statusCode(200);
    }

    private static double gauge(String of) {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("cofound_moderation_drift_psi{") && line.contains(of))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
