package io.cofound.platform.documents;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The documents of this service; a database of its own, which may be dropped and is then rebuilt from the topics. */
@ApplicationScoped
public class Documents {

    private static final String OFFSETS = "projection_offsets";

    private final ReactiveMongoClient client;
    private final String database;

    Documents(ReactiveMongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.client = client;
        this.database = database;
    }

    /**
     * @param type a record whose id component is annotated with {@code @BsonId} and that has a numeric component
     *     {@code revision}
     */
    public <T> ProjectedDocuments<T> projected(String collection, Class<T> type) {
        return new ProjectedDocuments<>(client.getDatabase(database).getCollection(collection, type));
    }

    public GatheredDocuments gathered(String collection) {
        return new GatheredDocuments(client.getDatabase(database).getCollection(collection));
    }

    ReactiveMongoCollection<Document> offsets() {
        return client.getDatabase(database).getCollection(OFFSETS);
    }
}
