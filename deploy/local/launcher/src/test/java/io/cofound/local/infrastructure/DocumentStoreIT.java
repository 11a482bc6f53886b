package io.cofound.local.infrastructure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import io.cofound.local.infrastructure.LocalInfrastructure.Part;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

class DocumentStoreIT {

    @TempDir
    private static Path dataFolder;

    private static LocalInfrastructure infrastructure;

    @BeforeAll
    static void startDocumentStore() {
        infrastructure = LocalInfrastructure.start(dataFolder, Ports.free(), Part.DOCUMENTS);
    }

    @AfterAll
    static void stopDocumentStore() {
        infrastructure.close();
    }

    @Test
    void acknowledgedWritesOutliveTheStore() {
        // Given a client that writes without pause
        Queue<Integer> acknowledged = new ConcurrentLinkedQueue<>();
        try (var client = connect()) {
            var pages = pages(client);
            var writer = CompletableFuture.runAsync(() -> writeUntilRefused(pages, acknowledged));
            Awaitility.await().until(() -> acknowledged.size() >= 300);

            // When the store is killed and started again
            infrastructure.process(Part.DOCUMENTS).kill();
            writer.join();
            infrastructure.restart(Part.DOCUMENTS);
        }

        // Then every write that it acknowledged is there
        try (var client = connect()) {
            var kept = pages(client).distinct("_id", Integer.class).into(new ArrayList<>());
            assertThat(kept).hasSizeGreaterThanOrEqualTo(300).containsAll(acknowledged);
        }
    }

    @Test
    void aDocumentIsUpdatedByItsKey() {
        try (var client = connect()) {
            // Given the page of a post
            var pages = client.getDatabase("content").getCollection("updated");
            pages.replaceOne(
                    eq("_id", "post-1"),
                    new Document("title", "融资 101").append("reads", 1),
                    new ReplaceOptions().upsert(true));

            // When it is edited
            var result = pages.updateOne(eq("_id", "post-1"), combine(set("title", "融资 102"), inc("reads", 1)));

            // Then the page has the change
            assertThat(result.getModifiedCount()).isEqualTo(1);
            assertThat(pages.find(eq("_id", "post-1")).first())
                    .isEqualTo(new Document("_id", "post-1")
                            .append("title", "融资 102")
                            .append("reads", 2));
        }
    }

    private static void writeUntilRefused(MongoCollection<Document> pages, Queue<Integer> acknowledged) {
        try {
            for (int i = 0; ; i++) {
                pages.insertOne(new Document("_id", i).append("title", "页 " + i));
                acknowledged.add(i);
            }
        } catch (MongoException refused) {
            // the store was killed
        }
    }

    private static MongoClient connect() {
        return MongoClients.create(new DocumentStore(dataFolder, infrastructure.ports()).uri()
                + "/?retryWrites=false&serverSelectionTimeoutMS=5000");
    }

    private static MongoCollection<Document> pages(MongoClient client) {
        return client.getDatabase("content").getCollection("pages");
    }
}
