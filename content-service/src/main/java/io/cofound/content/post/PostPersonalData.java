package io.cofound.content.post;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

/** What members wrote, and what was decided about it. Pages and partners follow by the events. */
@ApplicationScoped
class PostPersonalData implements PersonalData {

    private final PostRepository posts;
    private final PostRevisionRepository revisions;
    private final Publications publications;
    private final Submissions submissions;
    private final NewsSources news;

    PostPersonalData(
            PostRepository posts,
            PostRevisionRepository revisions,
            Publications publications,
            Submissions submissions,
            NewsSources news) {
        this.posts = posts;
        this.revisions = revisions;
        this.publications = publications;
        this.submissions = submissions;
        this.news = news;
    }

    /** Texts are items of their own: a post with all of them may be too large for one. */
    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return posts.writtenBy(memberId).chain(written -> revisions
                .writtenBy(memberId)
                .map(texts -> List.of(
                        new Holding("posts", written.stream().map(OwnPost::of).toList()),
                        new Holding(
                                "post-revisions",
                                texts.stream()
                                        .map(text -> RevisionView.of(text, true))
                                        .toList()))));
    }

    /**
     * With KEEP, what others see stays, without a name, if it was judged: a text that nobody has judged yet nobody would
     * ever judge. All else goes. What was written later is of a member who came back.
     */
    @Override
    public Uni<Void> erase(ErasureRequested request) {
        UUID author = request.memberId();
        Instant until = request.requestedAt();
        return posts.lockWrittenBy(author, until).chain(written -> kept(request).chain(kept -> revisions
                .submissionsOf(author, until)
                .chain(submissions::forget)
                .chain(() -> part(written, kept))
                .chain(posts::flush)
                .chain(() -> revisions.deleteUnseenBy(author, until))
                .chain(() -> posts.deleteUnseenBy(author, until))
                .chain(() -> news.settle(staying(written, kept)))));
    }

    /** The texts that stay, by post id. */
    private Uni<Map<UUID, PostRevision>> kept(ErasureRequested request) {
        if (request.publicContent() == PublicContent.REMOVE) {
            return Uni.createFrom().item(Map.of());
        }
        return revisions.publishedBy(request.memberId(), request.requestedAt()).map(texts -> texts.stream()
                .filter(PostRevision::isAllowed)
                .collect(toMap(text -> text.postId, identity())));
    }

    private Uni<Void> part(List<Post> written, Map<UUID, PostRevision> kept) {
        List<Post> staying = staying(written, kept);
        List<Post> going = written.stream()
                .filter(post -> !kept.containsKey(post.id) && !post.isRemoved())
                .toList();
        staying.forEach(post -> post.outliveAuthor(kept.get(post.id)));
        going.forEach(Post::remove);
        return publications.withdraw(going).chain(() -> publications.disown(staying, kept));
    }

    private static List<Post> staying(List<Post> written, Map<UUID, PostRevision> kept) {
        return written.stream().filter(post -> kept.containsKey(post.id)).toList();
    }
}
