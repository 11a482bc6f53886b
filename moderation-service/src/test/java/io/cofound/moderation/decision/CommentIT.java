package io.cofound.moderation.decision;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.Topics;
import io.cofound.contracts.content.CommentRemoved;
import io.cofound.contracts.content.CommentSubmitted;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(LanguageModelStandIn.class)
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class CommentIT {

    private static final String GOOD =
            "We price by seat since March; churn fell from 4 % to 2.5 %. Have you tried both with the same cohort?";
    private static final String SPAM = "专业代开发票，餐饮住宿增值税都可以，加微信：fapiao_8866，先开后付";

    @Inject
    DataSource database;

    private final Publisher publisher = new Publisher();
    private final TopicReader decided = new TopicReader(Topics.DECISION);
    private Tables tables;

    @BeforeEach
    void open() {
        tables = new Tables(database);
    }

    @AfterEach
    void close() {
        publisher.close();
        decided.close();
    }

    @Test
    void a_good_comment_is_published() {
        CommentSubmitted comment = comment(GOOD);
        publisher.publish(comment);

        DecisionMade decision = decisionOn(comment);

        assertThat(decision.action()).isEqualTo(Action.PUBLISH);
        assertThat(decision.subjectKind()).isEqualTo(SubjectKind.COMMENT);
        assertThat(decision.communityId()).isEqualTo(comment.communityId());
        assertThat(decision.authorId()).isEqualTo(comment.authorId());
    }

    @Test
    void a_spam_comment_is_rejected() {
        CommentSubmitted comment = comment(SPAM);
        publisher.publish(comment);

        assertThat(decisionOn(comment).action()).isEqualTo(Action.REJECT);
    }

    @Test
    void a_comment_that_was_removed_before_it_comes_is_not_judged_and_a_later_text_is() throws SQLException {
        CommentSubmitted removed = comment(GOOD);
        publisher.publish(new CommentRemoved(
                removed.commentId(),
                1,
                removed.postId(),
                removed.communityId(),
                removed.authorId(),
                null,
                Instant.now(),
                null));
        Awaitility.await()
                .until(() ->
                        tables.count("removed_subject where subject_id = '%s'".formatted(removed.commentId())) == 1);

        publisher.publish(removed);
        // Under the same key, so that it comes after.
        publisher.publish(new CommentSubmitted(
                removed.submissionId(),
                removed.commentId(),
                2,
                removed.postId(),
                removed.communityId(),
                removed.authorId(),
                GOOD,
                "en",
                Instant.now()));

        assertThat(decisionOn(removed).subjectRevision()).isEqualTo(2);
        assertThat(tables.count("decision where subject_id = '%s'".formatted(removed.commentId())))
                .isEqualTo(1);
    }

    private static CommentSubmitted comment(String body) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return new CommentSubmitted(
                UuidCreator.getTimeOrderedEpoch(),
                id,
                1,
                UuidCreator.getTimeOrderedEpoch(),
                UuidCreator.getTimeOrderedEpoch(),
                Person.MEI.id(),
                body,
                "en",
                Instant.now());
    }

    private DecisionMade decisionOn(CommentSubmitted comment) {
        return decided.await(DecisionMade.class, made -> made.subjectId().equals(comment.commentId()));
    }
}
