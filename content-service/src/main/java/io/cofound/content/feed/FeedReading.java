package io.cofound.content.feed;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.post.PostGate;
import io.cofound.content.post.PostSummaries;
import io.cofound.content.post.PostSummary;
import io.cofound.platform.web.paging.Page;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Reads a page of a feed. What the reader may see is decided in PostgreSQL, whatever a home feed says. */
@ApplicationScoped
class FeedReading {

    private final PostGate gate;
    private final PostSummaries summaries;
    private final Trending trending;
    private final HomeFeedReading home;

    FeedReading(PostGate gate, PostSummaries summaries, Trending trending, HomeFeedReading home) {
        this.gate = gate;
        this.summaries = summaries;
        this.trending = trending;
        this.home = home;
    }

    /** No session is open while the document store is asked. */
    Uni<Page<PostSummary>> read(FeedRequest request) {
        return request.sort() == FeedSort.FOLLOWING && request.isUnfiltered()
                ? home.with(request.readerId(), feed -> Panache.withSession(() -> page(request, feed)))
                : Panache.withSession(() -> page(request, null));
    }

    /** @param feed null where there is none to choose from */
    private Uni<Page<PostSummary>> page(FeedRequest request, HomeFeed feed) {
        return enter(request)
                .chain(() -> request.sort() == FeedSort.TRENDING
                        ? trending.snapshot(
                                request.after() == null ? 0 : request.after().snapshot())
                        : Uni.createFrom().item(0L))
                .chain(snapshot -> rows(request, feed, snapshot).chain(rows -> show(rows, request, snapshot)));
    }

    private Uni<Void> enter(FeedRequest request) {
        return request.communityId() == null
                ? Uni.createFrom().voidItem()
                : gate.enter(request.communityId(), request.reader()).replaceWithVoid();
    }

    /** Where the unseen ones end, the seen ones begin on the same page. */
    private Uni<List<FeedRow>> rows(FeedRequest request, HomeFeed feed, long snapshot) {
        FeedPart first = request.firstPart();
        return part(request, first, feed, snapshot, request.fetchSize())
                .chain(rows -> first == FeedPart.UNSEEN && rows.size() < request.fetchSize()
                        ? part(request, FeedPart.SEEN, null, snapshot, request.fetchSize() - rows.size())
                                .map(seen -> Stream.concat(rows.stream(), seen.stream())
                                        .toList())
                        : Uni.createFrom().item(rows));
    }

    private Uni<List<FeedRow>> part(FeedRequest request, FeedPart part, HomeFeed feed, long snapshot, int limit) {
        if (feed == null || part == FeedPart.SEEN || !feed.reachesBelow(request.after())) {
            return inDatabase(request, part, snapshot, limit);
        }
        return new FeedStatement(request, part, snapshot, limit)
                .listFrom(feed)
                .chain(rows -> rows.size() == limit || feed.isWhole()
                        ? Uni.createFrom().item(rows)
                        : inDatabase(request, part, snapshot, limit));
    }

    /** The unread first where they are found fast. */
    private static Uni<List<FeedRow>> inDatabase(FeedRequest request, FeedPart part, long snapshot, int limit) {
        FeedStatement all = new FeedStatement(request, part, snapshot, limit);
        if (request.sort() != FeedSort.FOLLOWING || part != FeedPart.UNSEEN) {
            return all.list();
        }
        return new FeedStatement(request, part, snapshot, limit)
                .listNear()
                .chain(rows -> rows.size() == limit ? Uni.createFrom().item(rows) : all.list());
    }

    private Uni<Page<PostSummary>> show(List<FeedRow> rows, FeedRequest request, long snapshot) {
        boolean more = rows.size() > request.limit();
        List<FeedRow> shown = more ? rows.subList(0, request.limit()) : rows;
        String next = more ? cursor(shown.getLast(), request, snapshot).encode() : null;
        return summaries
                .published(shown.stream().map(FeedRow::postId).toList())
                .map(found -> new Page<>(inOrder(shown, found), next));
    }

    /** What was removed in the last moment is absent. */
    private static List<PostSummary> inOrder(List<FeedRow> rows, Map<UUID, PostSummary> found) {
        Function<FeedRow, PostSummary> summary = row -> found.get(row.postId());
        return rows.stream().map(summary).filter(Objects::nonNull).toList();
    }

    private static FeedCursor cursor(FeedRow last, FeedRequest request, long snapshot) {
        return new FeedCursor(request.sort(), last.part(), request.asOf(), snapshot, last.rank(), last.postId());
    }
}
