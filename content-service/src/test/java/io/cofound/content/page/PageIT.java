package io.cofound.content.page;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.cofound.content.ContentScenario;
import io.cofound.contracts.community.MemberChanged;
import io.cofound.contracts.community.MemberRegistered;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.CommentPublished;
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
import org.awaitility.Awaitility;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.ContentScenario.awaitState;
import static io.cofound.content.ContentScenario.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
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
    PostPageOffsets offsets;

    @Inject
    CommentTable comments;

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
        set(post, "text.text.title", "From the document");

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
        set(post, "text.revision", 0L);
        set(post, "text.text.title", "First text");

        read(Person.BO, post).body("title", equalTo("Second text"));
    }

    @Test
    void an_event_that_comes_again_does_not_bring_back_an_older_text() {
        UUID post = published("First");
        scenario.edited(Person.ADA, post, 1, "Second");
        scenario.decided(post, 2, Action.PUBLISH);
        awaitPage(post, 2);

        scenario.publisher().publish(event(post, 1, "First, again"));
        awaitAllHeard();

        assertThat(title(post)).isEqualTo("Second");
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
        awaitAllHeard();
        Awaitility.await().untilAsserted(() -> assertThat(page(removed)).isNull());
        Document original = page(published);

        database().drop();
        assignedAgain().await().atMost(Duration.ofSeconds(10));

        awaitPage(published, 1);
        awaitAllHeard();
        assertThat(page(published)).isEqualTo(original);
        assertThat(page(removed)).isNull();
    }

    @Test
    void a_reaction_does_not_make_the_comments_of_a_document_late_and_is_counted_at_once() throws SQLException {
        UUID post = published("Liked");
        comments.add(post, Person.ADA.id(), "First");
        scenario.publisher().publish(commentPublished(post));
        awaitComments(post, 1);
        set(post, "comments.threads.0.comment.body", "From the document");

        comments.react(post);

        read(Person.BO, post)
                .body("counters.reactions", equalTo(1))
                .body("counters.comments", equalTo(1))
                .body("comments.items[0].body", equalTo("From the document"))
                .body("comments.items[0].author.displayName", equalTo(Person.ADA.displayName()));
    }

    @Test
    void a_new_comment_shows_before_the_document_has_it_and_the_text_still_comes_from_the_document()
            throws SQLException {
        UUID post = published("From PostgreSQL");
        awaitPage(post, 1);
        set(post, "text.text.title", "From the document");

        comments.add(post, Person.ADA.id(), "Not yet heard of");

        read(Person.BO, post)
                .body("title", equalTo("From the document"))
                .body("comments.items.body", contains("Not yet heard of"));
    }

    @Test
    void comments_come_into_the_document_and_tell_a_reader_the_same() throws SQLException {
        UUID post = published("Commented");
        awaitPage(post, 1);
        comments.add(post, Person.ADA.id(), "One");
        comments.add(post, Person.ADA.id(), "Two");
        String fromPostgres = read(Person.BO, post).extract().asString();

        scenario.publisher().publish(commentPublished(post));
        awaitComments(post, 2);

        assertThat(read(Person.BO, post).extract().asString()).isEqualTo(fromPostgres);
    }

    @Test
    void a_comment_heard_of_after_its_post_is_gone_brings_no_document_back() throws SQLException {
        UUID post = published("Gone");
        comments.add(post, Person.ADA.id(), "Too late");
        ContentScenario.as(Person.ADA).delete("/api/v1/posts/" + post).then().statusCode(204);
        Awaitility.await().untilAsserted(() -> assertThat(page(post)).isNull());

        scenario.publisher().publish(commentPublished(post));
        UUID other = published("Heard of later");
        comments.add(other, Person.ADA.id(), "In time");
        scenario.publisher().publish(commentPublished(other));
        awaitComments(other, 1);

        assertThat(page(post)).isNull();
    }

    @Test
    void names_are_those_of_today() throws SQLException {
        UUID post = published("Answered");
        UUID renamed = UUID.randomUUID();
        scenario.publisher().publish(new MemberRegistered(renamed, 1, "Old name", "en", Instant.now()));
        comments.add(post, renamed, "Mine");
        scenario.publisher().publish(commentPublished(post));
        awaitComments(post, 1);
        awaitName(post, "Old name");

        scenario.publisher()
                .publish(new MemberChanged(
                        renamed,
                        2,
                        "New name",
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        "en",
                        Instant.now()));

        awaitName(post, "New name");
    }

    private static void awaitName(UUID post, String name) {
        Awaitility.await()
                .untilAsserted(() -> read(Person.BO, post).body("comments.items[0].author.displayName", equalTo(name)));
    }

    private static CommentPublished commentPublished(UUID post) {
        return new CommentPublished(
                UUID.randomUUID(),
                1,
                post,
                UUID.randomUUID(),
                Person.ADA.id(),
                Person.ADA.id(),
                null,
                null,
                List.of(),
                false,
                Instant.now());
    }

    private void awaitComments(UUID post, long revision) {
        Awaitility.await("comments of " + post)
                .untilAsserted(() -> assertThat(page(post).getEmbedded(List.of("comments", "revision"), -1L))
                        .isEqualTo(revision));
    }

    private String title(UUID post) {
        return page(post).getEmbedded(List.of("text", "text", "title"), "");
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

    private void awaitAllHeard() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(nextOffsets())
                .isEqualTo(endOffsets()));
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
                .until(() -> page(post) != null && page(post).getEmbedded(List.of("text", "revision"), 0L) == revision);
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
