package io.cofound.content.page;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The documents as they are kept. No part of one goes back behind a revision that it has reached. */
@ApplicationScoped
class PageDocuments {

    static final String COLLECTION = "post_pages";

    private static final String ID = "_id";
    private static final String TEXT = "text";
    private static final String COMMENTS = "comments";

    private final ReactiveMongoCollection<PageDocument> pages;

    PageDocuments(ReactiveMongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.pages = client.getDatabase(database).getCollection(COLLECTION, PageDocument.class);
    }

    /** Null where there is none. */
    Uni<PageDocument> find(UUID postId) {
        return pages.find(Filters.eq(ID, postId)).toUni();
    }

    static WriteModel<PageDocument> put(UUID postId, PageText text) {
        return new UpdateOneModel<>(
                notNewerThan(postId, TEXT, text.revision()), Updates.set(TEXT, text), new UpdateOptions().upsert(true));
    }

    /** Only into a document that is there: comments alone must not come back after their post is gone. */
    static WriteModel<PageDocument> put(UUID postId, FirstComments comments) {
        return new UpdateOneModel<>(
                notNewerThan(postId, COMMENTS, comments.revision()), Updates.set(COMMENTS, comments));
    }

    /** @param revision of the text; a newer one stays */
    static WriteModel<PageDocument> remove(UUID postId, long revision) {
        return new DeleteOneModel<>(notNewerThan(postId, TEXT, revision));
    }

    /** In one command, in no order. */
    Uni<Void> write(List<WriteModel<PageDocument>> writes) {
        return writes.isEmpty()
                ? Uni.createFrom().voidItem()
                : pages.bulkWrite(writes, new BulkWriteOptions().ordered(false))
                        .replaceWithVoid()
                        // A filter did not match a newer document, so the upsert tried to insert beside it.
                        .onFailure(PageDocuments::isDuplicateKey)
                        .recoverWithNull();
    }

    /** A missing part is older than any. */
    private static Bson notNewerThan(UUID postId, String part, long revision) {
        return Filters.and(Filters.eq(ID, postId), Filters.not(Filters.gt(part + ".revision", revision)));
    }

    private static boolean isDuplicateKey(Throwable failure) {
        return failure instanceof MongoBulkWriteException e
                && e.getWriteConcernError() == null
                && e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }
}
