package io.cofound.content.bookmark;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.community.Presence;
import io.cofound.content.community.Presence.SignedIn;
import io.cofound.content.counter.Counter;
import io.cofound.content.counter.Counters;
import io.cofound.content.post.PostGate;
import io.cofound.content.post.Reader;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import static java.util.function.Function.identity;

@ApplicationScoped
class BookmarkService {

    private final Presence presence;
    private final PostGate gate;
    private final BookmarkRepository bookmarks;
    private final FolderRepository folders;
    private final Counters counters;

    BookmarkService(
            Presence presence,
            PostGate gate,
            BookmarkRepository bookmarks,
            FolderRepository folders,
            Counters counters) {
        this.presence = presence;
        this.gate = gate;
        this.bookmarks = bookmarks;
        this.folders = folders;
        this.counters = counters;
    }

    /** @param change null to leave a bookmark that is there where it lies */
    @WithTransaction
    Uni<Void> put(UUID postId, Reader reader, SignedIn member, BookmarkChange change) {
        UUID folderId = change == null ? null : change.folderId();
        return presence.hold(member)
                .chain(() -> gate.hold(postId, reader))
                .chain(() -> requireOwn(folderId, member.id()))
                .chain(() -> bookmarks.add(member.id(), postId, folderId))
                .chain(added -> {
                    if (added == 1) {
                        return counters.add(postId, Counter.BOOKMARKS, 1);
                    }
                    return change == null ? Uni.createFrom().voidItem() : bookmarks.move(member.id(), postId, folderId);
                });
    }

    /** What is one's own may be dropped always; of anything else only who sees the post hears. */
    @WithTransaction
    Uni<Void> remove(UUID postId, Reader reader) {
        return bookmarks
                .remove(reader.id(), postId)
                .chain(removed -> removed == 0
                        ? gate.see(postId, reader).replaceWithVoid()
                        : counters.add(postId, Counter.BOOKMARKS, -removed));
    }

    @WithSession
    Uni<Page<BookmarkView>> list(UUID memberId, UUID folderId, PageRequest page) {
        Uni<Void> allowed = folderId == null
                ? Uni.createFrom().voidItem()
                : folders.has(folderId, memberId)
                        .invoke(own -> {
                            if (!own) {
                                throw Problem.notFound("bookmark-folder");
                            }
                        })
                        .replaceWithVoid();
        return allowed.chain(() -> bookmarks.readable(memberId, folderId, page))
                .map(rows -> Page.of(rows, page, row -> new Cursor(row.bookmarkedAt(), row.postId()), identity()));
    }

    /** The folder stays until the transaction ends. */
    private Uni<Void> requireOwn(UUID folderId, UUID memberId) {
        return folderId == null
                ? Uni.createFrom().voidItem()
                : folders.hold(folderId, memberId)
                        .invoke(own -> {
                            if (!own) {
                                throw Problem.unprocessable(
                                        "bookmark-folder-unknown", "You have no such bookmark folder.");
                            }
                        })
                        .replaceWithVoid();
    }
}
