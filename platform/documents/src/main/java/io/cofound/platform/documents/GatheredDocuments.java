package io.cofound.platform.documents;

import java.util.Collection;
import java.util.Map;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import org.bson.Document;

/**
 * Documents that gather entries under a key of their own making, one update each. Values only rise, so that it does not
 * matter how often and in which order they are written.
 */
public final class GatheredDocuments {

    private static final String ID = "_id";

    private final ReactiveMongoCollection<Document> collection;

    GatheredDocuments(ReactiveMongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** Null where there is none. */
    public Uni<Document> find(String id) {
        return collection.find(Filters.eq(ID, id)).toUni();
    }

    /**
     * Raises each field to the value unless it is higher; makes the document, and fields, that are not there.
     *
     * @param values by the path of the field, with dots; never empty
     */
    public Uni<Void> raise(String id, Map<String, ?> values) {
        return collection
                .updateOne(
                        Filters.eq(ID, id),
                        Updates.combine(values.entrySet().stream()
                                .map(value -> Updates.max(value.getKey(), value.getValue()))
                                .toList()),
                        new UpdateOptions().upsert(true))
                .replaceWithVoid()
                // Somebody else made it a moment ago; now it is there.
                .onFailure(ProjectedDocuments::isDuplicateKey)
                .retry()
                .atMost(1);
    }

    /** Drops the fields, and all below them. */
    public Uni<Void> drop(String id, Collection<String> fields) {
        return collection
                .updateOne(
                        Filters.eq(ID, id),
                        Updates.combine(fields.stream().map(Updates::unset).toList()))
                .replaceWithVoid();
    }

    /** Removes the document if nothing is left below the field. */
    public Uni<Void> removeEmpty(String id, String field) {
        return collection
                .deleteOne(Filters.and(Filters.eq(ID, id), Filters.eq(field, new Document())))
                .replaceWithVoid();
    }

    public Uni<Void> remove(String id) {
        return collection.deleteOne(Filters.eq(ID, id)).replaceWithVoid();
    }
}
