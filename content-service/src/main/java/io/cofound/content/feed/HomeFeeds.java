package io.cofound.content.feed;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import io.cofound.content.feed.HomeFeed.Entry;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** The home feeds as documents, by member id. They may be dropped at any time: each is built when it is next read. */
@ApplicationScoped
class HomeFeeds {

    static final String COLLECTION = "home_feeds";

    private static final String ID = "_id";
    private static final String BUILD = "build";
    private static final String READY = "ready";
    private static final String FOLLOWS = "follows";
    private static final String FLOOR = "floor";
    private static final String ENTRIES = "entries";
    private static final String POST = "postId";
    private static final String AT = "at";

    /**
     * What was found.
     *
     * @param feed null where none is ready
     * @param isAway whether the store is slow or gone, so that there is no use in writing to it
     */
    record Lookup(HomeFeed feed, boolean isAway) {}

    private final ReactiveMongoClient client;
    private final String database;

    HomeFeeds(ReactiveMongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.client = client;
        this.database = database;
    }

    @Timeout(value = 300, unit = ChronoUnit.MILLIS)
    @CircuitBreaker(requestVolumeThreshold = 8, delay = 2, delayUnit = ChronoUnit.SECONDS)
    @Fallback(fallbackMethod = "away")
    Uni<Lookup> find(UUID memberId) {
        return feeds().find(Filters.eq(ID, memberId)).toUni().map(found -> new Lookup(read(found), false));
    }

    Uni<Lookup> away(UUID memberId) {
        return Uni.createFrom().item(new Lookup(null, true));
    }

    /** From now on new posts are written into it; it is not read before it is {@linkplain #finish finished}. */
    @Timeout(value = 300, unit = ChronoUnit.MILLIS)
    Uni<Void> begin(UUID memberId, UUID build, long follows) {
        Document empty = new Document(ID, memberId)
                .append(BUILD, build)
                .append(READY, false)
                .append(FOLLOWS, follows)
                .append(FLOOR, 0L)
                .append(ENTRIES, List.of());
        return feeds().replaceOne(Filters.eq(ID, memberId), empty, new ReplaceOptions().upsert(true))
                .replaceWithVoid();
    }

    /** Adds what there was before, unless another build has begun since. */
    @Timeout(value = 300, unit = ChronoUnit.MILLIS)
    Uni<Void> finish(UUID memberId, UUID build, HomeFeed feed) {
        return feeds().updateOne(
                        Filters.and(Filters.eq(ID, memberId), Filters.eq(BUILD, build)),
                        Updates.combine(
                                Updates.addEachToSet(
                                        ENTRIES,
                                        feed.entries().stream()
                                                .map(HomeFeeds::write)
                                                .toList()),
                                Updates.set(FLOOR, feed.floor()),
                                Updates.set(READY, true)))
                .replaceWithVoid();
    }

    /** Into those feeds that exist and do not have it yet. */
    Uni<Void> add(Entry entry, List<UUID> memberIds) {
        return feeds().updateMany(
                        Filters.and(Filters.in(ID, memberIds), Filters.ne(ENTRIES + "." + POST, entry.postId())),
                        Updates.pushEach(
                                ENTRIES,
                                List.of(write(entry)),
                                new PushOptions()
                                        .sortDocument(new Document(AT, -1))
                                        .slice(HomeFeed.LONGEST)))
                .replaceWithVoid();
    }

    Uni<Void> forget(UUID memberId) {
        return feeds().deleteOne(Filters.eq(ID, memberId)).replaceWithVoid();
    }

    private static Document write(Entry entry) {
        return new Document(POST, entry.postId()).append(AT, entry.at());
    }

    private static HomeFeed read(Document found) {
        return found == null || !found.getBoolean(READY)
                ? null
                : HomeFeed.of(
                        found.getLong(FOLLOWS),
                        found.getList(ENTRIES, Document.class).stream()
                                .map(entry -> new Entry(entry.get(POST, UUID.class), entry.getLong(AT)))
                                .toList(),
                        found.getLong(FLOOR));
    }

    private ReactiveMongoCollection<Document> feeds() {
        return client.getDatabase(database).getCollection(COLLECTION);
    }
}
