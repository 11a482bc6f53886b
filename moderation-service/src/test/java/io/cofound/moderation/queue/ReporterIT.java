package io.cofound.moderation.queue;

import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.content.ContentReported;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.content.ReportCause;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.moderation.Scene;
import io.cofound.testing.InfrastructureTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;

/** A moderator reports, and is no judge of that. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class ReporterIT {

    @Inject
    DataSource database;

    private Scene scene;
    private UUID reporter;
    private UUID another;

    @BeforeEach
    void open() {
        scene = new Scene(database);
        reporter = scene.moderator();
        another = scene.moderator();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void whoever_reported_a_text_judges_neither_the_report_nor_the_appeal() {
        PostSubmitted post = reported(Scene.GOOD);
        String report = scene.openCase(CaseKind.REPORT, post);

        refused(report);
        scene.get(another, "/cases").body("items.id", hasItem(report));
        scene.resolve(another, report, "REJECT", "SPAM").statusCode(200);

        scene.appeal(scene.author, scene.ruling(post, 2)).statusCode(201);
        refused(scene.openCase(CaseKind.APPEAL, post));
    }

    @Test
    void nor_what_else_is_asked_about_it_even_if_it_was_taken_before() {
        PostSubmitted post = scene.submitted(Scene.DOUBTFUL);
        String review = scene.openCase(CaseKind.REVIEW, post);
        scene.claim(reporter, review).statusCode(200);

        scene.hear(report(post));

        scene.resolve(reporter, review, "REJECT", "SPAM").statusCode(403).body("type", endsWith("had-a-part"));
        scene.as(reporter)
                .delete("/api/v1/moderation/cases/" + review + "/claim")
                .then()
                .statusCode(204);
        scene.resolve(another, review, "REJECT", "SPAM").statusCode(200);
    }

    private void refused(String asked) {
        scene.get(reporter, "/cases").statusCode(200).body("items", empty());
        scene.claim(reporter, asked).statusCode(403).body("type", endsWith("had-a-part"));
        scene.resolve(reporter, asked, "PUBLISH", "OK").statusCode(403).body("type", endsWith("had-a-part"));
    }

    private PostSubmitted reported(String text) {
        PostSubmitted post = scene.submitted(text);
        scene.decisionOn(post);
        scene.hear(report(post));
        return post;
    }

    private ContentReported report(PostSubmitted post) {
        return new ContentReported(
                UuidCreator.getTimeOrderedEpoch(),
                SubjectKind.POST,
                post.postId(),
                post.postId(),
                scene.community,
                reporter,
                post.authorId(),
                ReportCause.SPAM,
                null,
                Instant.now());
    }
}
