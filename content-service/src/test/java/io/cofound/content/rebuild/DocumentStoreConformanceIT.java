package io.cofound.content.rebuild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.cofound.local.infrastructure.LocalInfrastructure;
import io.cofound.local.infrastructure.LocalInfrastructure.Part;
import io.cofound.local.infrastructure.Ports;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation that the services ask of a document store. Against the local stand-in, or the MongoDB at {@code
 * MONGODB_URI}, in a database of its own that is dropped afterwards.
 */
class DocumentStoreConformanceIT {

    private static final int THREADS = 16;
    private static final String REVISION = "text.revision";

    private static Path folder;
    private static LocalInfrastructure local;
    private static MongoClient client;
    private static String database;
    private static final List<String> REPORT = new ArrayList<>();

    private final UUID id = UUID.randomUUID();
    private MongoCollection<Document> documents;

    @BeforeAll
    static void connect() throws IOException {
        String uri = System.getenv("MONGODB_URI");
        if (uri == null || uri.isBlank()) {
            folder = Files.createTempDirectory("cofound-conformance");
            local = LocalInfrastructure.start(folder, Ports.free(), Part.DOCUMENTS);
            uri = local.environment("content").get("MONGODB_URI");
        }
        database = "conformance_" + UUID.randomUUID().toString().substring(0, 8);
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .writeConcern(WriteConcern.MAJORITY)
                .build());
    }

    @BeforeEach
    void collection() {
        documents = client.getDatabase(database).getCollection("documents");
    }

    @AfterAll
    static void report() {
        System.out.printf(
                "Document store at %s%n%s%n",
                client.getClusterDescription().getShortDescription(), String.join("\n", REPORT));
        client.getDatabase(database).drop();
        client.close();
        if (local != null) {
            local.close();
        }
    }

    @Test
    void replaces_unless_a_newer_one_is_there_and_upserts_by_key() {
        needs("replaceOne, upsert, guarded by $lte: writes a missing document, a newer over an older one", () -> {
            documents.replaceOne(flatGuard(1), flat(1), new ReplaceOptions().upsert(true));
            documents.replaceOne(flatGuard(2), flat(2), new ReplaceOptions().upsert(true));
            assertThat(found().getLong("revision")).isEqualTo(2);
        });
        needs("duplicate key (11000) where the guard of an upsert does not match", () -> {
            Assertions.assertThatThrownBy(
                            () -> documents.replaceOne(flatGuard(1), flat(1), new ReplaceOptions().upsert(true)))
                    .isInstanceOfSatisfying(MongoWriteException.class, failure -> assertThat(
                                    failure.getError().getCategory())
                            .isEqualTo(ErrorCategory.DUPLICATE_KEY));
            assertThat(found().getLong("revision")).isEqualTo(2);
        });
    }

    @Test
    void sets_a_part_unless_a_newer_one_is_there() {
        needs("updateOne $set of a part, upsert, guarded by $not $gt: also where the part is missing", () -> {
            documents.updateOne(partGuard(1), Updates.set("text", part(1)), new UpdateOptions().upsert(true));
            documents.updateOne(Filters.eq(id), Updates.unset("text"));
            documents.updateOne(partGuard(2), Updates.set("text", part(2)), new UpdateOptions().upsert(true));
            assertThat(found().getEmbedded(List.of("text", "revision"), 0L)).isEqualTo(2);
        });
        needs("duplicate key (11000) for $set with a guard that does not match", () -> Assertions.assertThatThrownBy(
                        () -> documents.updateOne(
                                partGuard(1), Updates.set("text", part(1)), new UpdateOptions().upsert(true)))
                .isInstanceOfSatisfying(MongoWriteException.class, failure -> assertThat(
                                failure.getError().getCategory())
                        .isEqualTo(ErrorCategory.DUPLICATE_KEY)));
        needs("many guarded upserts in one unordered command: one that is refused stops none", () -> {
            UUID other = UUID.randomUUID();
            UpdateOptions upsert = new UpdateOptions().upsert(true);
            Assertions.assertThatThrownBy(() -> documents.bulkWrite(
                            List.of(
                                    new UpdateOneModel<>(partGuard(1), Updates.set("text", part(1)), upsert),
                                    new UpdateOneModel<>(Filters.eq(other), Updates.set("text", part(1)), upsert)),
                            new BulkWriteOptions().ordered(false)))
                    .isInstanceOfSatisfying(MongoBulkWriteException.class, failure -> assertThat(
                                    failure.getWriteErrors().getFirst().getCategory())
                            .isEqualTo(ErrorCategory.DUPLICATE_KEY));
            assertThat(documents.find(Filters.eq(other)).first()).isNotNull();
            assertThat(found().getEmbedded(List.of("text", "revision"), 0L)).isEqualTo(2);
        });
        needs("updateOne without upsert writes nothing that is missing", () -> {
            UUID missing = UUID.randomUUID();
            assertThat(documents
                            .updateOne(Filters.eq(missing), Updates.set("comments", part(1)))
                            .getMatchedCount())
                    .isZero();
            assertThat(documents.find(Filters.eq(missing)).first()).isNull();
        });
    }

    @Test
    void changes_values_and_lists_in_place() {
        documents.insertOne(new Document("_id", id).append("n", 5L).append("items", List.of()));
        needs("$max", () -> {
            documents.updateOne(Filters.eq(id), Updates.max("n", 3L));
            documents.updateOne(Filters.eq(id), Updates.max("n", 7L));
            assertThat(found().getLong("n")).isEqualTo(7);
        });
        needs("$inc", () -> {
            documents.updateOne(Filters.eq(id), Updates.inc("n", 1L));
            assertThat(found().getLong("n")).isEqualTo(8);
        });
        needs("$addToSet and $pull", () -> {
            documents.updateOne(Filters.eq(id), Updates.addToSet("tags", "a"));
            documents.updateOne(Filters.eq(id), Updates.addToSet("tags", "a"));
            documents.updateOne(Filters.eq(id), Updates.addToSet("tags", "b"));
            documents.updateOne(Filters.eq(id), Updates.pull("tags", "a"));
            assertThat(found().getList("tags", String.class)).containsExactly("b");
        });
        needs("$pull of documents by a field", () -> {
            documents.updateOne(Filters.eq(id), Updates.push("items", item(9)));
            documents.updateOne(Filters.eq(id), Updates.pull("items", new Document("at", new Date(9))));
            assertThat(found().getList("items", Document.class)).isEmpty();
        });
        needs("$push with $each, $sort by a field and $slice", () -> {
            documents.updateOne(
                    Filters.eq(id),
                    Updates.pushEach(
                            "items",
                            List.of(item(1), item(3), item(2)),
                            new PushOptions()
                                    .sortDocument(new Document("at", -1))
                                    .slice(2)));
            assertThat(found().getList("items", Document.class)).containsExactly(item(3), item(2));
        });
        needs("a guard that an embedded document is not in a list yet", () -> assertThat(documents
                        .updateOne(
                                Filters.and(Filters.eq(id), Filters.ne("items.at", new Date(3))),
                                Updates.push("items", item(3)))
                        .getMatchedCount())
                .isZero());
    }

    @Test
    void finds_and_deletes_by_key() {
        UUID other = UUID.randomUUID();
        documents.insertMany(List.of(new Document("_id", id).append("text", part(2)), new Document("_id", other)));
        needs("find by _id, a UUID", () -> assertThat(found()).isNotNull());
        needs("find by $in on _id", () -> assertThat(documents
                        .find(Filters.in("_id", id, other, UUID.randomUUID()))
                        .into(new ArrayList<>()))
                .hasSize(2));
        needs("keys of other types in the same collection", () -> {
            String marker = "marker " + id;
            documents.insertOne(new Document("_id", marker));
            assertThat(documents.find(Filters.eq(marker)).first()).isNotNull();
            assertThat(found()).isNotNull();
        });
        needs("deleteOne guarded by $not $gt", () -> {
            assertThat(documents.deleteOne(partGuard(1)).getDeletedCount()).isZero();
            assertThat(documents.deleteOne(partGuard(2)).getDeletedCount()).isEqualTo(1);
        });
        needs("a dropped database is empty, and can be written at once", () -> {
            var dropped = client.getDatabase(database + "_dropped");
            dropped.getCollection("documents").insertOne(new Document("_id", id));
            dropped.drop();
            assertThat(dropped.getCollection("documents").find(Filters.eq(id)).first())
                    .isNull();
            dropped.getCollection("documents").insertOne(new Document("_id", id));
            dropped.drop();
        });
    }

    @Test
    void is_atomic_under_sixteen_threads() {
        documents.insertOne(new Document("_id", id).append("n", 0L));
        needs("$inc and $push of " + THREADS + " threads on one document: nothing is lost", () -> {
            atOnce(thread -> {
                for (int i = 0; i < 50; i++) {
                    documents.updateOne(
                            Filters.eq(id),
                            Updates.combine(Updates.inc("n", 1L), Updates.push("items", thread * 100 + i)));
                }
                return null;
            });
            assertThat(found().getLong("n")).isEqualTo(THREADS * 50L);
            assertThat(found().getList("items", Integer.class))
                    .doesNotHaveDuplicates()
                    .hasSize(THREADS * 50);
        });
        needs("guarded upserts of " + THREADS + " threads: the newest stays", () -> {
            documents.deleteOne(Filters.eq(id));
            atOnce(thread -> {
                for (int i = 0; i < 50; i++) {
                    try {
                        documents.updateOne(
                                partGuard(i * THREADS + thread),
                                Updates.set("text", part(i * THREADS + thread)),
                                new UpdateOptions().upsert(true));
                    } catch (MongoWriteException e) {
                        assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
                    }
                }
                return null;
            });
            assertThat(found().getEmbedded(List.of("text", "revision"), 0L)).isEqualTo(50L * THREADS - 1);
        });
        needs("one of " + THREADS + " claims wins", () -> {
            documents.updateOne(Filters.eq(id), Updates.set("owner", "nobody"));
            List<Long> won = atOnce(thread -> documents
                    .updateOne(
                            Filters.and(Filters.eq(id), Filters.eq("owner", "nobody")),
                            Updates.set("owner", "thread " + thread))
                    .getMatchedCount());
            assertThat(won).containsOnlyOnce(1L);
        });
    }

    @Test
    void keeps_what_it_acknowledged() {
        needs("writes acknowledged by a majority, in the journal", () -> {
            var journaled = documents.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
            assertThat(journaled.insertOne(new Document("_id", id)).wasAcknowledged())
                    .isTrue();
        });
        Assumptions.assumeTrue(local != null, "somebody else's server is not killed");
        needs("an acknowledged write outlives kill -9", () -> {
            List<UUID> acknowledged = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                UUID written = UUID.randomUUID();
                documents.insertOne(new Document("_id", written));
                acknowledged.add(written);
            }
            local.process(Part.DOCUMENTS).kill();
            local.restart(Part.DOCUMENTS);
            assertThat(documents.find(Filters.in("_id", acknowledged)).into(new ArrayList<>()))
                    .hasSameSizeAs(acknowledged);
        });
    }

    /** Names what the server lacks, whatever way it shows. */
    private static void needs(String operation, ThrowingCallable check) {
        try {
            check.call();
            REPORT.add("  has    " + operation);
        } catch (Throwable failure) {
            REPORT.add("  LACKS  " + operation);
            String said = failure instanceof MongoCommandException refused ? refused.getErrorMessage() : "" + failure;
            throw new AssertionError("This server lacks: " + operation + " (" + said + ")", failure);
        }
    }

    private interface Work<T> {
        T of(int thread) throws Exception;
    }

    private static <T> List<T> atOnce(Work<T> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                calls.add(() -> work.of(thread));
            }
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
        }
        return results;
    }

    private Document found() {
        return documents.find(Filters.eq(id)).first();
    }

    private Document flat(long revision) {
        return new Document("_id", id).append("revision", revision);
    }

    private Bson flatGuard(long revision) {
        return Filters.and(Filters.eq(id), Filters.lte("revision", revision));
    }

    private static Document part(long revision) {
        return new Document("revision", revision);
    }

    private Bson partGuard(long revision) {
        return Filters.and(Filters.eq(id), Filters.not(Filters.gt(REVISION, revision)));
    }

    private static Document item(long at) {
        return new Document("at", new Date(at));
    }
}
