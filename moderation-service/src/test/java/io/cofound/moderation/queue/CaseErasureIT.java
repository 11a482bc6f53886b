package io.cofound.moderation.queue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.contracts.Topics;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.content.ReportCause;
import io.cofound.contracts.privacy.ErasureAcknowledged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.moderation.Scene;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TopicReader;
import io.cofound.testing.Traces;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class CaseErasureIT {

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
    void an_erased_author_leaves_no_text_in_any_case() throws SQLException {
        PostSubmitted post = scene.submitted(Scene.DOUBTFUL + " Call it vellumroost.");
        String waiting = scene.openCase(CaseKind.REVIEW, post);
        assertThat(Traces.inTables(database, "vellumroost")).contains("moderation_case.text", "decision.text");

        erased(scene.author, PublicContent.REMOVE);

        assertThat(Traces.inTables(database, "vellumroost")).isEmpty();
        scene.get(Person.MO.id(), "/cases/" + waiting).body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void what_stays_of_an_erased_author_and_was_reported_is_still_looked_at() {
        PostSubmitted post = scene.submitted(Scene.GOOD);
        scene.decisionOn(post);
        scene.reportedAndCounted(post, ReportCause.ABUSE, null);
        String reported = scene.openCase(CaseKind.REPORT, post);

        erased(scene.author, PublicContent.KEEP);

        scene.get(Person.MO.id(), "/cases/" + reported)
                .body("state", equalTo("OPEN"))
                .body("text", nullValue());
    }

    @Test
    void an_erased_reporter_takes_the_report_along_and_others_stay() throws SQLException {
        PostSubmitted post = scene.submitted(Scene.GOOD);
        scene.decisionOn(post);
        var leaver = scene.reportedAndCounted(post, ReportCause.SPAM, "ossifrage told me");
        var stayer = scene.reportedAndCounted(post, ReportCause.SPAM, "seen elsewhere");

        erased(leaver.reporterId(), PublicContent.REMOVE);

        assertThat(Traces.inTables(database, "ossifrage")).isEmpty();
        assertThat(scene.count("report where reporter_id = '%s'".formatted(leaver.reporterId())))
                .isZero();
        scene.get(Person.MO.id(), "/cases/" + scene.openCase(CaseKind.REPORT, post))
                .body("reportedFor.note", contains(stayer.note()));
    }

    @Test
    void an_erased_moderator_leaves_rulings_without_a_word_and_gives_claims_back() throws SQLException {
        UUID leaver = scene.moderator();
        PostSubmitted post = scene.submitted(Scene.DOUBTFUL);
        String answered = scene.openCase(CaseKind.REVIEW, post);
        scene.post(leaver, "/cases/" + answered + "/notes", Map.of("text", "brindlemoor again"))
                .statusCode(201);
        scene.resolve(leaver, answered, "REJECT", "SPAM").statusCode(200);
        String claimed = scene.openCase(CaseKind.REVIEW, scene.submitted(Scene.DOUBTFUL));
        scene.claim(leaver, claimed).statusCode(200);

        erased(leaver, PublicContent.REMOVE);

        assertThat(Traces.inTables(database, "brindlemoor")).isEmpty();
        UUID stayer = scene.moderator();
        scene.claim(stayer, claimed).statusCode(200);
        scene.get(stayer, "/cases/" + answered + "/notes").body("items.text", contains(""));
        scene.get(stayer, "/decisions/" + scene.decisionOn(post).decisionId()).body("action", equalTo("REJECT"));
        scene.get(leaver, "/cases").statusCode(403);
    }

    private void erased(UUID member, PublicContent publicContent) {
        UUID erasure = UUID.randomUUID();
        scene.publisher.publish(new ErasureRequested(erasure, member, 7, publicContent, Instant.now()));
        try (var erasures = new TopicReader(Topics.ERASURE)) {
            erasures.await(ErasureAcknowledged.class, done -> done.erasureId().equals(erasure));
        }
    }
}
