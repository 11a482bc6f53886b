package io.cofound.content.comment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.comment.CommentPublications.Before;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.toSet;

/** What members said about posts, and what was decided about it. */
@ApplicationScoped
class CommentPersonalData implements PersonalData {

    private final CommentRepository comments;
    private final CommentRevisionRepository revisions;
    private final CommentPublications publications;
    private final CommentSubmissions submissions;

    CommentPersonalData(
            CommentRepository comments,
            CommentRevisionRepository revisions,
            CommentPublications publications,
            CommentSubmissions submissions) {
        this.comments = comments;
        this.revisions = revisions;
        this.publications = publications;
        this.submissions = submissions;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return comments.writtenBy(memberId).chain(written -> revisions
                .writtenBy(memberId)
                .map(texts -> List.of(
                        new Holding(
                                "comments", written.stream().map(OwnComment::of).toList()),
                        new Holding(
                                "comment-revisions",
                                texts.stream().map(CommentRevisionView::of).toList()))));
    }

    /**
     * With KEEP, what others see stays, without a name, if it was judged. All else goes; where it was answered, a place
     * without text and author stays. What was written later is of a member who came back.
     */
    @Override
    public Uni<Void> erase(ErasureRequested request) {
        UUID author = request.memberId();
        Instant until = request.requestedAt();
        return comments.lockWrittenBy(author, until)
                .chain(written -> kept(request).chain(kept -> revisions
                        .submissionsOf(author, until)
                        .chain(submissions::forget)
                        .chain(() -> part(written, kept))
                        .chain(comments::flush)
                        .chain(() -> revisions.deleteUnseenBy(author, until))
                        .chain(() -> comments.deleteUnseenBy(author, until))));
    }

    /** The ids of the comments that stay. */
    private Uni<Set<UUID>> kept(ErasureRequested request) {
        if (request.publicContent() == PublicContent.REMOVE) {
            return Uni.createFrom().item(Set.of());
        }
        return revisions.publishedBy(request.memberId(), request.requestedAt()).map(texts -> texts.stream()
                .filter(CommentRevision::isAllowed)
                .map(text -> text.commentId)
                .collect(toSet()));
    }

    private Uni<Void> part(List<Comment> written, Set<UUID> kept) {
        Map<UUID, Long> changes = new TreeMap<>();
        written.stream()
                .filter(Comment::isVisible)
                .forEach(comment -> changes.merge(comment.postId, kept.contains(comment.id) ? 0L : -1L, Long::sum));
        return eachOf(written, comment -> kept.contains(comment.id) ? outlive(comment) : remove(comment))
                .chain(() -> eachOf(
                        List.copyOf(changes.entrySet()),
                        change -> publications.count(change.getKey(), change.getValue())));
    }

    private static Uni<Void> outlive(Comment comment) {
        comment.outliveAuthor();
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> remove(Comment comment) {
        if (comment.isRemoved()) {
            return Uni.createFrom().voidItem();
        }
        Before before = Before.of(comment);
        comment.remove();
        return publications.withdraw(comment, before);
    }

    private static <T> Uni<Void> eachOf(List<T> items, Function<? super T, Uni<? extends Void>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(work)
                .collect()
                .last();
    }
}
