package io.cofound.community.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.NotificationKind;
import io.cofound.contracts.content.CommentPublished;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Tells members what is said to them, and which of their comments is an answer. Joins the caller's transaction. */
@ApplicationScoped
class CommentOccasions {

    /** A reason to tell somebody of a comment. */
    private record Reason(UUID memberId, NotificationKind kind) {}

    private final Teller teller;

    CommentOccasions(Teller teller) {
        this.teller = teller;
    }

    /**
     * However often it is published, and for however many reasons, nobody is told of a comment twice; the first reason
     * that the member wants to hear of counts.
     *
     * @param toldAt when this was said of the comment, which may have become visible long before
     */
    Uni<Void> published(CommentPublished comment, Instant toldAt) {
        return each(reasons(comment), reason -> tell(reason, comment))
                .chain(() -> comment.accepted() && !comment.authorId().equals(comment.postAuthorId())
                        ? teller.tell(
                                comment.authorId(),
                                NotificationKind.ANSWER_ACCEPTED,
                                comment.communityId(),
                                comment.commentId(),
                                "answer-accepted:" + comment.commentId(),
                                toldAt)
                        : Uni.createFrom().voidItem());
    }

    private static List<Reason> reasons(CommentPublished comment) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(comment.postAuthorId(), NotificationKind.COMMENTED));
        if (comment.parentAuthorId() != null) {
            reasons.add(new Reason(comment.parentAuthorId(), NotificationKind.REPLIED));
        }
        comment.mentions().forEach(memberId -> reasons.add(new Reason(memberId, NotificationKind.MENTIONED)));
        reasons.removeIf(reason -> reason.memberId.equals(comment.authorId()));
        return reasons;
    }

    private Uni<Void> tell(Reason reason, CommentPublished comment) {
        return teller.tell(
                reason.memberId,
                reason.kind,
                comment.communityId(),
                comment.commentId(),
                "comment:" + comment.commentId(),
                comment.publishedAt());
    }

    private static Uni<Void> each(List<Reason> reasons, Function<Reason, Uni<? extends Void>> tell) {
        return Multi.createFrom()
                .iterable(reasons)
                .onItem()
                .transformToUniAndConcatenate(tell)
                .collect()
                .last();
    }
}
