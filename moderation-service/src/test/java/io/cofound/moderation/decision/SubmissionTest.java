package io.cofound.moderation.decision;

import java.io.IOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cofound.contracts.Event;
import io.cofound.contracts.Samples;
import io.cofound.contracts.content.CommentSubmitted;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.moderation.SubjectKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is judged of the golden samples. */
class SubmissionTest {

    @Test
    void of_a_post_title_text_and_tags_are_judged() throws IOException {
        PostSubmitted post = sample(PostSubmitted.class);

        Submission submission = Submission.of(post);

        assertThat(submission.text()).contains(post.title(), post.body()).contains(post.tags());
        assertThat(submission.subject())
                .isEqualTo(new Subject(
                        SubjectKind.POST,
                        post.postId(),
                        post.revision(),
                        post.communityId(),
                        post.authorId(),
                        post.submittedAt()));
    }

    @Test
    void of_a_comment_its_text_is_judged() throws IOException {
        CommentSubmitted comment = sample(CommentSubmitted.class);

        Submission submission = Submission.of(comment);

        assertThat(submission.text()).isEqualTo(comment.body());
        assertThat(submission.subject())
                .isEqualTo(new Subject(
                        SubjectKind.COMMENT,
                        comment.commentId(),
                        comment.revision(),
                        comment.communityId(),
                        comment.authorId(),
                        comment.submittedAt()));
    }

    private static <E extends Event> E sample(Class<E> type) throws IOException {
        return new ObjectMapper().registerModule(new JavaTimeModule()).readValue(Samples.json(type), type);
    }
}
