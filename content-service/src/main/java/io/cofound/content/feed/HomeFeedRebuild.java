package io.cofound.content.feed;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.follow.Follows;
import io.cofound.content.rebuild.RebuildableDocuments;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The home feed of everybody who follows somebody; those of others are not read. */
@ApplicationScoped
class HomeFeedRebuild implements RebuildableDocuments {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Follows follows;
    private final HomeFeedReading feeds;

    HomeFeedRebuild(Follows follows, HomeFeedReading feeds) {
        this.follows = follows;
        this.feeds = feeds;
    }

    @Override
    public String collection() {
        return HomeFeeds.COLLECTION;
    }

    @Override
    public Uni<List<String>> keysAfter(String last, int limit) {
        UUID after = last.isEmpty() ? BEFORE_ALL : UUID.fromString(last);
        return Panache.withSession(() -> follows.followersAfter(after, limit))
                .map(ids -> ids.stream().map(UUID::toString).toList());
    }

    @Override
    public Uni<Void> refresh(List<String> keys) {
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndConcatenate(key -> feeds.rebuild(UUID.fromString(key)))
                .onItem()
                .ignoreAsUni();
    }
}
