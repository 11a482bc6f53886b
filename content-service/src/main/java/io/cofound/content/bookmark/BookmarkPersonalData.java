package io.cofound.content.bookmark;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.counter.Counter;
import io.cofound.content.counter.Counters;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

/** What members keep for later, and what they call it. */
@ApplicationScoped
class BookmarkPersonalData implements PersonalData {

    private final BookmarkRepository bookmarks;
    private final FolderRepository folders;
    private final Counters counters;

    BookmarkPersonalData(BookmarkRepository bookmarks, FolderRepository folders, Counters counters) {
        this.bookmarks = bookmarks;
        this.folders = folders;
        this.counters = counters;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return bookmarks.of(memberId).chain(kept -> folders.of(memberId)
                .map(named -> List.of(new Holding("bookmarks", kept), new Holding("bookmark-folders", named))));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return bookmarks
                .removeOf(request.memberId(), request.requestedAt())
                .chain(gone -> counters.subtract(gone, Counter.BOOKMARKS))
                .chain(() -> folders.removeOf(request.memberId(), request.requestedAt()));
    }
}
