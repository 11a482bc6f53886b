package io.cofound.moderation.decision;

import io.cofound.contracts.content.CommentSubmitted;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.moderation.flood.Writing;

/**
 * What a member submitted, whatever it is.
 *
 * @param text all that readers will see
 * @param language detected language of the text, BCP 47
 */
record Submission(Subject subject, String text, String language) {

    static Submission of(PostSubmitted post) {
        return new Submission(
                new Subject(
                        SubjectKind.POST,
                        post.postId(),
                        post.revision(),
                        post.communityId(),
                        post.authorId(),
                        post.submittedAt()),
                textOf(post),
                post.language());
    }

    static Submission of(CommentSubmitted comment) {
        return new Submission(
                new Subject(
                        SubjectKind.COMMENT,
                        comment.commentId(),
                        comment.revision(),
                        comment.communityId(),
                        comment.authorId(),
                        comment.submittedAt()),
                comment.body(),
                comment.language());
    }

    Writing writing() {
        return new Writing(subject.id(), subject.communityId(), subject.authorId(), subject.submittedAt(), text);
    }

    private static String textOf(PostSubmitted post) {
        String text = post.title() + "\n\n" + post.body();
        return post.tags().isEmpty() ? text : text + "\n\n" + String.join(", ", post.tags());
    }
}
