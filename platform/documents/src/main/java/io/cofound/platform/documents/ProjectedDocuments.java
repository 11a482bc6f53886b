package io.cofound.platform.documents;

import java.util.UUID;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import org.bson.conversions.Bson;

/**
 * One document for each aggregate, written and read by its id. Events may come again, also long after newer ones: a
 * document never goes back behind a revision that it has reached.
 */
public final class ProjectedDocuments<T> {

    private static final String ID = "_id";
    private static final String REVISION = "revision";

    private final ReactiveMongoCollection<T> collection;

    ProjectedDocuments(ReactiveMongoCollection<T> collection) {
        this.collection = collection;
    }

    /** Null where there is none. */
    public Uni<T> find(UUID id) {
        return collection.find(Filters.eq(ID, id)).toUni();
    }

    /** Writes the document unless a newer one is there. */
    public Uni<Void> put(UUID id, long revision, T document) {
        return collection
                .replaceOne(notNewerThan(id, revision), document, new ReplaceOptions().upsert(true))
                .replaceWithVoid()
                // The filter did not match a newer document, so the upsert tried to insert beside it.
                .onFailure(ProjectedDocuments::isDuplicateKey)
                .recoverWithNull();
    }

    /** Deletes the document unless a newer one is there. */
    public Uni<Void> remove(UUID id, long revision) {
        return collection.deleteOne(notNewerThan(id, revision)).replaceWithVoid();
    }

    private static Bson notNewerThan(UUID id, long revision) {
        return Filters.and(Filters.eq(ID, id), Filters.lte(REVISION, revision));
    }

    static boolean isDuplicateKey(Throwable failure) {
        return failure instanceof MongoWriteException e && e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
