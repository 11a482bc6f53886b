package io.cofound.moderation.appeal;

import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.Topics;
import io.cofound.contracts.content.CommentRemoved;
import io.cofound.contracts.content.CommentSubmitted;
import io.cofound.contracts.content.ContentReported;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.content.ReportCause;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.moderation.Scene;
import io.cofound.moderation.queue.CaseKind;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

/** What others saw is refused afterwards. That it is gone for them then is no removal by its author. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class RefusedInViewIT {

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
    void its_author_appeals_after_it_is_gone_and_it_is_restored() {
        PostSubmitted post = scene.submitted(Scene.GOOD);
        DecisionMade refusal = refused(post);
        scene.hidden(post, refusal);

        String appeal =
                scene.appeal(scene.author, refusal).statusCode(201).extract().path("id");
        overturn(scene.openCase(CaseKind.APPEAL, post));

        assertThat(scene.ruling(post, 3).action()).isEqualTo(Action.PUBLISH);
        scene.get(scene.author, "/appeals/" + appeal).body("state", equalTo("OVERTURNED"));
    }

    @Test
    void an_appeal_that_was_filed_before_it_is_gone_stays_open() {
        PostSubmitted post = scene.submitted(Scene.GOOD);
        DecisionMade refusal = refused(post);
        String appeal =
                scene.appeal(scene.author, refusal).statusCode(201).extract().path("id");

        scene.hidden(post, refusal);

        scene.get(scene.author, "/appeals/" + appeal).body("state", equalTo("OPEN"));
        overturn(scene.openCase(CaseKind.APPEAL, post));
        assertThat(scene.ruling(post, 3).action()).isEqualTo(Action.PUBLISH);
    }

    @Test
    void when_its_author_removes_it_after_that_its_text_is_forgotten() {
        PostSubmitted post = scene.submitted(Scene.GOOD);
        DecisionMade refusal = refused(post);
        scene.hidden(post, refusal);
        assertThat(text(refusal)).contains("p99 fell");

        scene.hear(scene.removal(post));

        assertThat(text(refusal)).isNull();
        scene.appeal(scene.author, refusal).statusCode(409).body("type", endsWith("text-is-gone"));
    }

    @Test
    void a_comment_is_restored_like_a_post() {
        CommentSubmitted comment = comment();
        scene.publisher.publish(comment);
        ruling(comment, 1);
        scene.publisher.publish(report(comment));
        scene.resolve(scene.moderator(), scene.openCase(CaseKind.REPORT, comment.commentId()), "REJECT", "SPAM")
                .statusCode(200);
        DecisionMade refusal = ruling(comment, 2);
        scene.hear(gone(comment, refusal.decisionId()));

        scene.appeal(scene.author, refusal).statusCode(201);
        overturn(scene.openCase(CaseKind.APPEAL, comment.commentId()));

        assertThat(ruling(comment, 3).action()).isEqualTo(Action.PUBLISH);
        scene.hear(gone(comment, null));
        assertThat(text(refusal)).isNull();
    }

    private DecisionMade refused(PostSubmitted post) {
        scene.decisionOn(post);
        scene.reportedAndCounted(post, ReportCause.SPAM, null);
        scene.resolve(scene.moderator(), scene.openCase(CaseKind.REPORT, post), "REJECT", "SPAM")
                .statusCode(200);
        return scene.ruling(post, 2);
    }

    /** By somebody who reads what it is about. */
    private void overturn(String asked) {
        UUID second = scene.moderator();
        scene.get(second, "/cases/" + asked).body("text", containsString("p99 fell"));
        scene.resolve(second, asked, "PUBLISH", "OK").statusCode(200);
    }

    private String text(DecisionMade decision) {
        return scene.value("select text from decision where id = '%s'".formatted(decision.decisionId()));
    }

    private static DecisionMade ruling(CommentSubmitted comment, long number) {
        try (var topic = new TopicReader(Topics.DECISION)) {
            return topic.await(
                    DecisionMade.class,
                    made -> made.subjectId().equals(comment.commentId()) && made.ruling() == number);
        }
    }

    private CommentSubmitted comment() {
        return new CommentSubmitted(
                UuidCreator.getTimeOrderedEpoch(),
                UuidCreator.getTimeOrderedEpoch(),
                1,
                UuidCreator.getTimeOrderedEpoch(),
                scene.community,
                scene.author,
                Scene.GOOD,
                "en",
                Instant.now());
    }

    private static ContentReported report(CommentSubmitted comment) {
        return new ContentReported(
                UuidCreator.getTimeOrderedEpoch(),
                SubjectKind.COMMENT,
                comment.commentId(),
                comment.postId(),
                comment.communityId(),
                UUID.randomUUID(),
                comment.authorId(),
                ReportCause.SPAM,
                null,
                Instant.now());
    }

    private static CommentRemoved gone(CommentSubmitted comment, UUID byDecision) {
        return new CommentRemoved(
                comment.commentId(),
                comment.revision(),
                comment.postId(),
                comment.communityId(),
                comment.authorId(),
                Instant.now(),
                Instant.now(),
                byDecision);
    }
}
