package io.cofound.content.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.cofound.content.ContentScenario;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostType;
import io.cofound.contracts.moderation.Action;
import io.cofound.local.infrastructure.LocalInfrastructure.Part;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.ContentScenario.awaitState;
import static io.cofound.content.ContentScenario.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class PageIT {

    @Inject
    MongoClient store;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    @Inject
    KafkaClientService kafka;

    @Inject
    @Identifier("post-pages")
    PageOffsets offsets;

    private final ContentScenario scenario = new ContentScenario();

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void readers_are_served_the_document_and_never_what_they_may_not_see() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        UUID post = scenario.published(Person.ADA, community, "From PostgreSQL");
        awaitPage(post, 1);
        set(post, "title", "From the document");

        read(Person.BO, post).statusCode(200).body("title", equalTo("From the document"));
        read(Person.ADA, post).body("title", equalTo("From PostgreSQL"));

        scenario.changed(community, 2, Visibility.HIDDEN, ModerationMode.PRE);
        Awaitility.await().untilAsserted(() -> read(Person.BO, post).statusCode(404));
        assertThat(page(post)).isNotNull();
    }

    @Test
    void a_document_tells_a_reader_the_same_as_postgresql() {
        UUID post = published("The same");
        awaitPage(post, 1);
        String fromDocument = read(Person.BO, post).extract().asString();
        pages().deleteOne(Filters.eq("_id", post));

        assertThat(read(Person.BO, post).extract().asString()).isEqualTo(fromDocument);
    }

    @Test
    void a_late_document_is_not_served() {
        UUID post = published("Second text");
        awaitPage(post, 1);
        set(post, "revision", 0L);
        set(post, "title", "First text");

        read(Person.BO, post).body("title", equalTo("Second text"));
    }

    @Test
    void an_event_that_comes_again_does_not_bring_back_an_older_text() {
        UUID post = published("First");
        scenario.edited(Person.ADA, post, 1, "Second");
        scenario.decided(post, 2, Action.PUBLISH);
        awaitPage(post, 2);

        scenario.publisher().publish(event(post, 1, "First, again"));
        UUID later = samePartition(post);
        scenario.publisher().publish(event(later, 1, "Comes after it"));
        awaitPage(later, 1);

        assertThat(page(post).getString("title")).isEqualTo("Second");
    }

    @Test
    void a_removed_post_leaves_no_document() {
        UUID post = published("Soon gone");
        awaitPage(post, 1);

        ContentScenario.as(Person.ADA).delete("/api/v1/posts/" + post).then().statusCode(204);

        Awaitility.await().untilAsserted(() -> assertThat(page(post)).isNull());
    }

    @Test
    void without_the_document_store_pages_still_come_and_it_catches_up_afterwards() {
        UUID before = published("Before");
        awaitPage(before, 1);

        InfrastructureTestResource.infrastructure().process(Part.DOCUMENTS).kill();
        UUID meanwhile;
        CompletableFuture<Void> assigned;
        try {
            for (int i = 0; i < 20; i++) {
                read(Person.BO, before).statusCode(200).body("title", equalTo("Before"));
            }
            meanwhile = published("Meanwhile");
            read(Person.BO, meanwhile).statusCode(200).body("title", equalTo("Meanwhile"));
            // A start without the store waits for it.
            assigned = assignedAgain().subscribeAsCompletionStage();
            assertThat(assigned).isNotDone();
        } finally {
            InfrastructureTestResource.infrastructure().restart(Part.DOCUMENTS);
        }

        assertThat(assigned).succeedsWithin(Duration.ofSeconds(20));
        awaitPage(meanwhile, 1);
        assertThat(page(before)).isNotNull();
    }

    @Test
    void an_emptied_store_is_built_again_from_the_topic() {
        UUID published = published("Kept");
        UUID removed = published("Not kept");
        ContentScenario.as(Person.ADA).delete("/api/v1/posts/" + removed).then().statusCode(204);
        awaitPage(published, 1);
        Awaitility.await().untilAsserted(() -> assertThat(page(removed)).isNull());
        Document original = page(published);

        database().drop();
        assignedAgain().await().atMost(Duration.ofSeconds(10));

        awaitPage(published, 1);
        assertThat(page(published)).isEqualTo(original);
        Awaitility.await().untilAsserted(() -> assertThat(nextOffsets()).isEqualTo(endOffsets()));
        assertThat(page(removed)).isNull();
    }

    /** What Kafka does to the projection when the service starts. */
    private Uni<Void> assignedAgain() {
        return kafka.<String, byte[]>getConsumer("post-pages").runOnPollingThread(consumer -> {
            offsets.onPartitionsAssigned(consumer, consumer.assignment());
        });
    }

    private long nextOffsets() {
        long sum = 0;
        for (Document offset : database().getCollection("projection_offsets").find()) {
            sum += offset.getString("_id").startsWith("post-pages/") ? offset.getLong("next") : 0;
        }
        return sum;
    }

    private long endOffsets() {
        return kafka.<String, byte[]>getConsumer("post-pages")
                .runOnPollingThread(consumer -> {
                    return consumer.endOffsets(consumer.assignment()).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
                })
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    /** So that what is published under it comes after what was published under the other. */
    private UUID samePartition(UUID post) {
        int partitions = kafka.<String, byte[]>getConsumer("post-pages")
                .runOnPollingThread(consumer -> {
                    return consumer.partitionsFor(Topics.POST).size();
                })
                .await()
                .atMost(Duration.ofSeconds(10));
        return Stream.generate(UUID::randomUUID)
                .filter(id -> partition(id, partitions) == partition(post, partitions))
                .findFirst()
                .orElseThrow();
    }

    private static int partition(UUID key, int partitions) {
        return BuiltInPartitioner.partitionForKey(key.toString().getBytes(UTF_8), partitions);
    }

    private UUID published(String title) {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        UUID post = scenario.posted(Person.ADA, community, title);
        scenario.decided(post, 1, Action.PUBLISH);
        awaitState(Person.ADA, post, "PUBLISHED");
        return post;
    }

    private static PostPublished event(UUID post, long revision, String title) {
        return new PostPublished(
                post,
                revision,
                UUID.randomUUID(),
                Person.ADA.id(),
                PostType.NEWS,
                title,
                "Body",
                null,
                null,
                null,
                List.of(),
                "en",
                "Ada Li",
                Visibility.PUBLIC,
                Instant.now());
    }

    private void awaitPage(UUID post, long revision) {
        Awaitility.await("page of " + post)
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> page(post) != null && page(post).getLong("revision") == revision);
    }

    private Document page(UUID post) {
        return pages().find(Filters.eq("_id", post)).first();
    }

    private void set(UUID post, String field, Object value) {
        pages().updateOne(Filters.eq("_id", post), Updates.set(field, value));
    }

    private MongoCollection<Document> pages() {
        return database().getCollection("post_pages");
    }

    private MongoDatabase database() {
        return store.getDatabase(database);
    }
}
