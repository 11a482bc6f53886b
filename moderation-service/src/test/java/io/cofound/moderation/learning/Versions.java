package io.cofound.moderation.learning;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.moderation.Label;
import io.cofound.testing.Person;
import io.cofound.testing.TestTokens;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Versions and what they are made of, through the API and behind its back. */
final class Versions {

    static final String MODELS = "/api/v1/moderation/models";

    private final DataSource database;

    Versions(DataSource database) {
        this.database = database;
    }

    /** The shipped one alone, live, and nothing to learn from. */
    void none() {
        execute("delete from model_shadow");
        execute("delete from model_weights");
        execute("delete from model_change");
        execute("delete from model_version where version <> 'shipped'");
        execute("update model_version set state = 'LIVE', replaced = null where version = 'shipped'");
        execute("delete from model_drift");
        execute("update decision set text = null where rung = 'HUMAN'");
        tell();
        eventually(() -> as(Person.OLGA)
                .get("/api/v1/moderation/metrics")
                .then()
                .statusCode(200)
                .body("learning.judging", org.hamcrest.Matchers.startsWith("local-")));
    }

    void tell() {
        execute("update model_set set version = version + 1");
    }

    /** Decisions of people, of which all or none are held out. */
    void ruled(boolean heldOut, Label label, List<String> texts) {
        texts.forEach(text -> ruled(heldOut, label, text));
    }

    UUID ruled(boolean heldOut, Label label, String text) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        while (RuledText.isHeldOut(id) != heldOut) {
            id = UuidCreator.getTimeOrderedEpoch();
        }
        String action = label == Label.OK ? "PUBLISH" : "REJECT";
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into decision (id, subject_kind, subject_id, subject_revision, community_id, author_id, label,
                            action, rung, classification, decided_at, submitted_at, ruling, language, text)
                        values (?, 'POST', ?, 1, ?, ?, ?, ?, 'HUMAN', '{"label": "OK", "scores": {}, "action": "PUBLISH",
                            "rung": "HUMAN", "reasons": [], "model": "people"}', now(), now(), 2, ?, ?)""")) {
            insert.setObject(1, id);
            insert.setObject(2, UUID.randomUUID());
            insert.setObject(3, UUID.randomUUID());
            insert.setObject(4, UUID.randomUUID());
            insert.setString(5, label.name());
            insert.setString(6, action);
            insert.setString(7, text.codePoints().anyMatch(Character::isIdeographic) ? "zh" : "en");
            insert.setString(8, text);
            insert.execute();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return id;
    }

    /** A version that holds everything but what rules decide. */
    void holdsEverything(String version, Engine engine, String build) {
        var model = engine.shippedModel();
        String card = CardOf.holdingEverything(model.card(), version);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into model_version (id, version, revision, state, parent, made_with, card, created_at)
                        values (?, ?, 1, 'TRAINED', 'shipped', ?, ?, now())""");
                var weights =
                        connection.prepareStatement("insert into model_weights (version, weights) values (?, ?)")) {
            insert.setObject(1, UuidCreator.getTimeOrderedEpoch());
            insert.setString(2, version);
            insert.setString(3, build);
            insert.setString(4, card);
            insert.execute();
            weights.setString(1, version);
            weights.setBytes(2, model.weights());
            weights.execute();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Says that it judged enough texts since that revision. */
    void watched(String version, long revision) {
        execute("""
                insert into model_shadow (version, revision, day, live, live_action, live_label, action, label, texts)
                values ('%s', %d, current_date, 'local', 'PUBLISH', 'OK', 'PUBLISH', 'OK', %d)""".formatted(version, revision, LearnsFromLittle.SHADOW_AT_LEAST));
    }

    /** Says what risks the version gave when it was made. */
    void replayed(String version, List<Long> risks) {
        var replay = new Replay(Instant.now(), 1_000, true, 0, List.of(), List.of(), risks);
        var report = new Report("local", "", Map.of(), 0, 0, Map.of(), replay, List.of());
        execute("update model_version set report = '%s' where version = '%s'".formatted(Json.write(report), version));
    }

    /** One that somebody makes, until that time. */
    void inTraining(String version, Instant until) {
        execute("""
                insert into model_version (id, version, revision, state, parent, created_at, held_by, leased_until)
                values ('%s', '%s', 1, 'TRAINING', 'shipped', now(), '%s', '%s')""".formatted(UuidCreator.getTimeOrderedEpoch(), version, UUID.randomUUID(), until));
    }

    /** Named when this returns, made later. */
    String train() {
        return as(Person.OLGA)
                .post(MODELS)
                .then()
                .statusCode(202)
                .body("state", org.hamcrest.Matchers.is("TRAINING"))
                .extract()
                .path("version");
    }

    ValidatableResponse made(String version) {
        Awaitility.await(version)
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> !"TRAINING".equals(get("/" + version).extract().path("state")));
        return get("/" + version);
    }

    ValidatableResponse get(String path) {
        return as(Person.OLGA).get(MODELS + path).then().statusCode(200);
    }

    ValidatableResponse move(String version, int revision, String state) {
        return as(Person.OLGA)
                .contentType("application/json")
                .header("If-Match", "\"" + revision + "\"")
                .body(Map.of("state", state))
                .put(MODELS + "/" + version + "/state")
                .then();
    }

    ValidatableResponse rollBack() {
        return as(Person.OLGA).post(MODELS + "/rollback").then();
    }

    static void eventually(ThrowingRunnable check) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(check);
    }

    static RequestSpecification as(Person person) {
        return RestAssured.given().auth().oauth2(TestTokens.of(person));
    }

    void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
