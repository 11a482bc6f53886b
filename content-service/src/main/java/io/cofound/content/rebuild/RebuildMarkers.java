package io.cofound.content.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The {@link Rebuild} of each collection, as it is kept. */
@ApplicationScoped
class RebuildMarkers {

    /** After which another instance goes on with what one began and no longer works at. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Bson MARKER = Filters.eq(Rebuild.ID, Rebuild.MARKER);
    private static final Bson RUNNING = Filters.eq(Rebuild.STATE, Rebuild.State.RUNNING.name());

    private final ReactiveMongoClient client;
    private final String database;
    private final String instance = UUID.randomUUID().toString();

    RebuildMarkers(ReactiveMongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.client = client;
        this.database = database;
    }

    /** Null where the collection is empty, or was never rebuilt. */
    Uni<Rebuild> find(String collection) {
        return in(collection).find(MARKER).toUni().map(marker -> marker == null ? null : Rebuild.of(marker));
    }

    /** Begins one, unless one is running. */
    Uni<Void> begin(String collection) {
        return in(collection)
                .updateOne(
                        Filters.and(MARKER, Filters.ne(Rebuild.STATE, Rebuild.State.RUNNING.name())),
                        Updates.combine(
                                Updates.set(Rebuild.STATE, Rebuild.State.RUNNING.name()),
                                Updates.set(Rebuild.LAST, ""),
                                Updates.set(Rebuild.NEXT, List.of()),
                                Updates.set(Rebuild.DOCUMENTS, 0L),
                                Updates.set(Rebuild.STARTED_AT, date(Instant.now())),
                                Updates.set(Rebuild.FINISHED_AT, null),
                                Updates.set(Rebuild.OWNED_UNTIL, new Date(0))),
                        new UpdateOptions().upsert(true))
                .replaceWithVoid()
                // The filter did not match the running one, so the upsert tried to insert beside it.
                .onFailure(RebuildMarkers::isDuplicateKey)
                .recoverWithNull();
    }

    /** @return whether one is running and this instance is the one to do it */
    Uni<Boolean> claim(String collection) {
        Date now = date(Instant.now());
        return update(
                collection,
                Filters.or(Filters.eq(Rebuild.OWNER, instance), Filters.lt(Rebuild.OWNED_UNTIL, now)),
                Updates.set(Rebuild.OWNER, instance));
    }

    /** @return false where it is no longer this instance's, or no longer there */
    Uni<Boolean> writing(String collection, List<String> next) {
        return update(collection, Filters.eq(Rebuild.OWNER, instance), Updates.set(Rebuild.NEXT, next));
    }

    /** As {@link #writing}. */
    Uni<Boolean> written(String collection, List<String> keys) {
        return update(
                collection,
                Filters.eq(Rebuild.OWNER, instance),
                Updates.combine(
                        Updates.set(Rebuild.LAST, keys.getLast()),
                        Updates.set(Rebuild.NEXT, List.of()),
                        Updates.inc(Rebuild.DOCUMENTS, (long) keys.size())));
    }

    Uni<Void> finish(String collection) {
        return update(
                        collection,
                        Filters.eq(Rebuild.OWNER, instance),
                        Updates.combine(
                                Updates.set(Rebuild.STATE, Rebuild.State.DONE.name()),
                                Updates.set(Rebuild.FINISHED_AT, date(Instant.now()))))
                .replaceWithVoid();
    }

    private Uni<Boolean> update(String collection, Bson guard, Bson change) {
        Date until = date(Instant.now().plus(PATIENCE));
        return in(collection)
                .updateOne(
                        Filters.and(MARKER, RUNNING, guard),
                        Updates.combine(change, Updates.set(Rebuild.OWNED_UNTIL, until)))
                .map(result -> result.getMatchedCount() == 1);
    }

    private ReactiveMongoCollection<Document> in(String collection) {
        return client.getDatabase(database).getCollection(collection);
    }

    private static Date date(Instant at) {
        return Date.from(at.truncatedTo(ChronoUnit.MILLIS));
    }

    private static boolean isDuplicateKey(Throwable failure) {
        return failure instanceof MongoWriteException e && e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
