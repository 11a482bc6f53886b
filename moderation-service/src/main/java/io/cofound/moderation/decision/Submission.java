package io.cofound.moderation.decision;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.moderation.SubjectKind;

/**
 * What is to be decided about.
 *
 * @param submittedAt when it was written
 * @param trustLevel the author's, 0 to 4, by which it is judged
 */
record Submission(
        SubjectKind kind,
        UUID id,
        long revision,
        UUID communityId,
        UUID authorId,
        Instant submittedAt,
        int trustLevel) {

    static Submission of(PostSubmitted post, int trustLevel) {
        return new Submission(
                SubjectKind.POST,
                post.postId(),
                post.revision(),
                post.communityId(),
                post.authorId(),
                post.submittedAt(),
                trustLevel);
    }

    /** All that readers will see. */
    static String textOf(PostSubmitted post) {
        String text = post.title() + "\n\n" + post.body();
        return post.tags().isEmpty() ? text : text + "\n\n" + String.join(", ", post.tags());
    }
}
