package io.cofound.content.feed;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.github.f4b6a3.uuid.UuidCreator;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.cofound.content.ContentScenario;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.local.infrastructure.LocalInfrastructure.Part;
import io.cofound.testing.InfrastructureTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The feed of those whom a member follows, as a document, and without it. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class HomeFeedIT {

    private static final String FEED = "sort=following";

    @Inject
    MongoClient store;

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String documents;

    private final ContentScenario scenario = new ContentScenario();
    private UUID community;
    private FeedMember author;
    private FeedMember reader;
    private UUID first;
    private UUID second;
    private UUID third;

    @BeforeEach
    void gather() {
        community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        author = new FeedMember(scenario).joins(community);
        reader = new FeedMember(scenario);
        reader.follows(author);
        first = author.posts(community, "First");
        second = author.posts(community, "Second");
        third = author.posts(community, "Third");
        awaitFeed(third, second, first);
        awaitDocument(third, second, first);
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void the_document_says_what_is_in_the_feed_and_postgresql_what_of_it_may_be_shown() {
        drop(second);
        UUID foreign = new FeedMember(scenario).joins(community).posts(community, "Not followed");
        feeds().updateOne(
                        Filters.eq("_id", reader.id),
                        Updates.push("entries", new Document("postId", foreign).append("at", micros())));

        assertThat(reader.feed(FEED)).containsExactly(third, first);
    }

    @Test
    void new_posts_come_into_the_document() {
        UUID fourth = author.posts(community, "Fourth");

        assertThat(reader.feed(FEED)).startsWith(fourth);
        awaitDocument(fourth, third, second, first);
    }

    @Test
    void a_missing_document_is_built() {
        feeds().deleteOne(Filters.eq("_id", reader.id));

        assertThat(reader.feed(FEED)).containsExactly(third, second, first);
        awaitDocument(third, second, first);
    }

    @Test
    void a_late_document_is_not_relied_on() {
        drop(third);

        assertThat(reader.feed(FEED)).containsExactly(third, second, first);
    }

    @Test
    void an_unfinished_document_is_not_relied_on() {
        drop(second);
        feeds().updateOne(Filters.eq("_id", reader.id), Updates.set("ready", false));

        assertThat(reader.feed(FEED)).containsExactly(third, second, first);
    }

    @Test
    void a_short_document_is_read_on_in_postgresql() {
        drop(first);
        long floor = document().getList("entries", Document.class).stream()
                        .mapToLong(entry -> entry.getLong("at"))
                        .min()
                        .orElseThrow()
                - 1;
        feeds().updateOne(Filters.eq("_id", reader.id), Updates.set("floor", floor));

        assertThat(reader.feed(FEED)).containsExactly(third, second, first);
        String cursor = reader.page(FEED + "&limit=1").getString("nextCursor");
        assertThat(reader.feed(FEED + "&cursor=" + cursor)).containsExactly(second, first);
    }

    @Test
    void who_is_newly_followed_is_in_at_once() {
        FeedMember other = new FeedMember(scenario).joins(community);
        UUID earlier = other.posts(community, "Before anybody followed");

        reader.follows(other);

        awaitFeed(earlier, third, second, first);
        awaitDocument(earlier, third, second, first);
    }

    @Test
    void an_author_with_too_many_followers_is_merged_when_the_feed_is_read() throws SQLException {
        execute("insert into wide_author values ('" + author.id + "')");
        UUID fourth = author.posts(community, "To very many");

        awaitFeed(fourth, third, second, first);
        assertThat(document().getList("entries", Document.class))
                .noneMatch(entry -> entry.get("postId").equals(fourth));
    }

    @Test
    void without_the_document_store_the_feed_still_comes_and_the_document_catches_up() {
        UUID meanwhile;
        InfrastructureTestResource.infrastructure().process(Part.DOCUMENTS).kill();
        try {
            meanwhile = author.posts(community, "Meanwhile");
            for (int i = 0; i < 12; i++) {
                assertThat(reader.feed(FEED)).containsExactly(meanwhile, third, second, first);
            }
        } finally {
            InfrastructureTestResource.infrastructure().restart(Part.DOCUMENTS);
        }

        awaitDocument(meanwhile, third, second, first);
    }

    @Test
    void of_an_erased_member_no_document_and_no_follow_is_left() throws SQLException {
        reader.as().put("/api/v1/me/mutes/tags/java").then().statusCode(204);
        reader.as().put("/api/v1/me/mutes/members/" + author.id).then().statusCode(204);

        scenario.publisher()
                .publish(new ErasureRequested(
                        UuidCreator.getTimeOrderedEpoch(), reader.id, 5, PublicContent.KEEP, Instant.now()));

        Awaitility.await().untilAsserted(() -> {
            assertThat(feeds().find(Filters.eq("_id", reader.id)).first()).isNull();
            assertThat(count("follow where follower_id = '" + reader.id + "'")).isZero();
            assertThat(count("muted_tag where member_id = '" + reader.id + "'")).isZero();
            assertThat(count("muted_member where member_id = '" + reader.id + "'"))
                    .isZero();
        });
    }

    private void drop(UUID post) {
        feeds().updateOne(Filters.eq("_id", reader.id), Updates.pull("entries", new Document("postId", post)));
    }

    private void awaitFeed(UUID... posts) {
        Awaitility.await().until(() -> reader.feed(FEED).equals(List.of(posts)));
    }

    /** Asked for by reading: it is built when it is read. */
    private void awaitDocument(UUID... posts) {
        Awaitility.await("document").ignoreExceptions().untilAsserted(() -> {
            reader.feed(FEED);
            assertThat(document().getBoolean("ready")).isTrue();
            assertThat(document().getList("entries", Document.class))
                    .extracting(entry -> entry.get("postId", UUID.class))
                    .containsExactlyInAnyOrder(posts);
        });
    }

    private Document document() {
        return feeds().find(Filters.eq("_id", reader.id)).first();
    }

    private MongoCollection<Document> feeds() {
        return store.getDatabase(documents).getCollection("home_feeds");
    }

    private static long micros() {
        return Instant.now().toEpochMilli() * 1_000;
    }

    private long count(String from) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
