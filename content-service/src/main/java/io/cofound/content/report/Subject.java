package io.cofound.content.report;

import java.util.UUID;

import io.cofound.content.comment.CommentAccess;
import io.cofound.content.community.Standing;
import io.cofound.content.post.PostAccess;
import io.cofound.contracts.moderation.SubjectKind;

/**
 * What can be reported, as somebody found it who may see it.
 *
 * @param postId the post, or the one that was commented on
 * @param shownRevision which of its texts others see; null while they see none
 * @param standing how who asked stands to the community
 */
record Subject(
        SubjectKind kind,
        UUID id,
        UUID postId,
        UUID communityId,
        UUID authorId,
        Long shownRevision,
        Standing standing) {

    static Subject of(PostAccess post) {
        return new Subject(
                SubjectKind.POST,
                post.postId(),
                post.postId(),
                post.communityId(),
                post.authorId(),
                post.shownRevision(),
                post.standing());
    }

    static Subject of(CommentAccess comment) {
        PostAccess post = comment.post();
        return new Subject(
                SubjectKind.COMMENT,
                comment.commentId(),
                post.postId(),
                post.communityId(),
                comment.authorId(),
                comment.shownNumber(),
                post.standing());
    }
}
