package io.cofound.content.reading;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.cofound.content.ContentScenario;
import io.cofound.content.Participant;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.PostRead;
import io.cofound.contracts.content.PostsRead;
import io.cofound.local.infrastructure.LocalInfrastructure.Part;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.ContentScenario.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class ReadingIT {

    @Inject
    DataSource database;

    @Inject
    MongoClient store;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String documents;

    private final ContentScenario scenario = new ContentScenario();
    private UUID community;
    private UUID post;
    private Participant reader;

    @BeforeEach
    void found() {
        community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        post = scenario.posted(Person.ADA, community, "Worth reading");
        reader = new Participant(scenario);
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void what_is_answered_is_kept_counted_once_and_told() throws SQLException {
        agreed();

        reader.reads(post, 30, 0.25).statusCode(204);
        reader.reads(post, 0, 0.75).statusCode(204);

        Awaitility.await().untilAsserted(() -> reader.history()
                .body("items.postId", contains(post.toString()))
                .body("items[0].title", equalTo("Worth reading"))
                .body("items[0].readings", equalTo(1))
                .body("items[0].dwellSeconds", equalTo(30))
                .body("items[0].depth", equalTo(0.75f)));
        assertThat(reads(post)).isEqualTo(1);
        try (var told = new TopicReader(Topics.READING)) {
            told.await(PostsRead.class, batch -> batch.reads().stream()
                    .anyMatch(read -> isOf(read) && read.depth() == 0.75 && read.dwellSeconds() == 30));
        }
    }

    @Test
    void time_on_the_screen_cannot_be_longer_than_the_time_that_passed() throws SQLException {
        agreed();
        reader.reads(post, 10, 1).statusCode(204);
        execute(
                "update reading set last_read_at = last_read_at - interval '100 seconds' where member_id = ?",
                reader.id);

        reader.reads(post, 3_600, 1).statusCode(204);

        assertThat(query("select dwell_millis / 1000 from reading where member_id = ?", reader.id))
                .isBetween(110L, 130L);
    }

    @Test
    void after_half_an_hour_it_is_another_reading_of_the_same_post() throws SQLException {
        agreed();
        reader.reads(post, 10, 1).statusCode(204);
        execute(
                "update reading set last_read_at = last_read_at - interval '31 minutes' where member_id = ?",
                reader.id);

        reader.reads(post, 10, 1).statusCode(204);

        Awaitility.await()
                .untilAsserted(() -> reader.history().body("items", hasSize(1)).body("items[0].readings", equalTo(2)));
        assertThat(reads(post)).isEqualTo(1);
    }

    @Test
    void without_consent_nothing_is_kept_counted_or_told() throws SQLException {
        reader.reads(post, 30, 1).statusCode(204);
        agreed();
        reader.consents(false);
        awaitConsent(false);
        reader.reads(post, 30, 1).statusCode(204);

        reader.history().body("items", empty());
        assertThat(reads(post)).isZero();
        Participant other = new Participant(scenario).consents(true);
        awaitConsent(other, true);
        other.reads(post, 1, 1).statusCode(204);
        try (var told = new TopicReader(Topics.READING)) {
            told.await(PostsRead.class, batch -> batch.reads().stream()
                    .anyMatch(read -> read.memberId().equals(other.id)));
            assertThat(told.events(PostsRead.class))
                    .allSatisfy(batch -> assertThat(batch.reads()).noneMatch(this::isOf));
        }
    }

    @Test
    void what_cannot_be_seen_cannot_be_read() {
        agreed();
        reader.reads(post, 1, 1).statusCode(204);
        scenario.changed(community, 2, Visibility.HIDDEN, ModerationMode.POST);

        Awaitility.await().untilAsserted(() -> reader.reads(post, 1, 1).statusCode(404));
        reader.reads(UUID.randomUUID(), 1, 1).statusCode(404);
        reader.history().body("items.title", contains(nullValue()));
    }

    @Test
    void nonsense_is_refused() {
        reader.reads(post, -1, 1).statusCode(400);
        reader.reads(post, 3_601, 1).statusCode(400);
        reader.reads(post, 1, 1.01).statusCode(400);
        reader.as().body("{}").post("/api/v1/posts/" + post + "/reads").then().statusCode(400);
    }

    @Test
    void many_reads_at_once_are_one_event_and_every_one_counts() throws Exception {
        agreed();
        List<UUID> posts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            posts.add(scenario.posted(Person.ADA, community, "One of many " + i));
        }

        together(posts.stream()
                .<Callable<Integer>>map(
                        one -> () -> reader.reads(one, 1, 1).extract().statusCode())
                .toList());

        reader.as().get("/api/v1/me/reading-history?limit=100").then().body("items", hasSize(40));
        for (UUID one : posts) {
            assertThat(reads(one)).isEqualTo(1);
        }
        try (var told = new TopicReader(Topics.READING)) {
            Awaitility.await().untilAsserted(() -> assertThat(told.events(PostsRead.class).stream()
                            .flatMap(batch -> batch.reads().stream())
                            .filter(read -> read.memberId().equals(reader.id))
                            .map(PostRead::postId))
                    .containsAll(posts));
            assertThat(told.events(PostsRead.class).stream()
                            .filter(batch -> batch.reads().stream()
                                    .anyMatch(read -> read.memberId().equals(reader.id)))
                            .count())
                    .isLessThan(20);
        }
    }

    @Test
    void the_history_is_paged_alike_from_the_document_and_from_postgresql() {
        agreed();
        List<UUID> posts = List.of(
                post,
                scenario.posted(Person.ADA, community, "Second"),
                scenario.posted(Person.ADA, community, "Third"));
        posts.forEach(one -> reader.reads(one, 1, 1).statusCode(204));
        awaitDocument(3);
        List<String> fromDocument = pages();

        months().deleteOne(Filters.eq("_id", month()));

        assertThat(pages()).isEqualTo(fromDocument).hasSize(3);
        awaitDocument(3);
    }

    @Test
    void a_history_is_read_from_the_document() {
        agreed();
        reader.reads(post, 1, 1).statusCode(204);
        awaitDocument(1);
        months().updateOne(Filters.eq("_id", month()), Updates.set("reads." + post + ".dwellMillis", 77_000L));

        reader.history().body("items[0].dwellSeconds", equalTo(77));
    }

    @Test
    void a_cleared_history_is_gone_and_does_not_come_back() throws SQLException {
        agreed();
        reader.reads(post, 30, 1).statusCode(204);
        awaitDocument(1);

        reader.as().delete("/api/v1/me/reading-history").then().statusCode(204);

        reader.history().body("items", empty());
        assertThat(reads(post)).isZero();
        awaitNoDocument();
        scenario.publisher()
                .publish(new PostsRead(
                        UUID.randomUUID(),
                        List.of(new PostRead(reader.id, post, community, 30, 1, Instant.now())),
                        Instant.now()));
        Participant later = new Participant(scenario).consents(true);
        awaitConsent(later, true);
        later.reads(post, 1, 1).statusCode(204);
        reader.history().body("items", empty());
        reader.reads(post, 5, 1).statusCode(204);
        reader.history().body("items[0].dwellSeconds", equalTo(5));
    }

    @Test
    void one_post_is_forgotten_and_the_others_stay() throws SQLException {
        agreed();
        UUID other = scenario.posted(Person.ADA, community, "Stays");
        reader.reads(post, 1, 1).statusCode(204);
        reader.reads(other, 1, 1).statusCode(204);
        awaitDocument(2);

        reader.as().delete("/api/v1/me/reading-history/" + post).then().statusCode(204);
        reader.as().delete("/api/v1/me/reading-history/" + post).then().statusCode(204);

        reader.history().body("items.postId", contains(other.toString()));
        assertThat(reads(post)).isZero();
        assertThat(reads(other)).isEqualTo(1);
        awaitDocument(1);
    }

    @Test
    void without_the_document_store_reads_are_kept_and_the_history_is_shown() {
        agreed();
        UUID meanwhile = scenario.posted(Person.ADA, community, "Meanwhile");
        reader.reads(post, 1, 1).statusCode(204);
        awaitDocument(1);
        InfrastructureTestResource.infrastructure().process(Part.DOCUMENTS).kill();
        try {
            reader.reads(meanwhile, 1, 1).statusCode(204);
            reader.history().body("items.postId", contains(meanwhile.toString(), post.toString()));
        } finally {
            InfrastructureTestResource.infrastructure().restart(Part.DOCUMENTS);
        }
        awaitDocument(2);
    }

    @Test
    void a_month_is_asked_for_by_its_name() {
        agreed();
        reader.reads(post, 1, 1).statusCode(204);

        reader.as()
                .get("/api/v1/me/reading-history?month=1999-12")
                .then()
                .statusCode(200)
                .body("items", empty());
        reader.as().get("/api/v1/me/reading-history?month=soon").then().statusCode(400);
        reader.as().get("/api/v1/me/reading-history?month=2026-13").then().statusCode(400);
    }

    @Test
    void a_removed_post_stays_in_the_history_without_its_title() {
        agreed();
        reader.joined(community, CommunityRole.MEMBER, post);
        reader.reads(post, 1, 1).statusCode(204);

        as(Person.ADA).delete("/api/v1/posts/" + post).then().statusCode(204);

        reader.history().body("items.postId", contains(post.toString())).body("items.title", contains(nullValue()));
    }

    private List<String> pages() {
        List<String> entries = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = reader.as()
                    .get("/api/v1/me/reading-history?limit=1&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            entries.add(page.path("items").toString());
            cursor = page.path("nextCursor");
        }
        return entries;
    }

    private static void together(List<Callable<Integer>> requests) throws Exception {
        try (var clients = Executors.newFixedThreadPool(requests.size())) {
            for (Future<Integer> status : clients.invokeAll(requests)) {
                assertThat(status.get()).isEqualTo(204);
            }
        }
    }

    private void agreed() {
        reader.consents(true);
        awaitConsent(true);
    }

    private void awaitConsent(boolean given) {
        awaitConsent(reader, given);
    }

    private void awaitConsent(Participant member, boolean given) {
        Awaitility.await("consent " + given)
                .until(() -> query(
                                "select count(*) from reading_consent where member_id = ? and given = " + given,
                                member.id)
                        == 1);
    }

    private boolean isOf(PostRead read) {
        return read.memberId().equals(reader.id) && read.postId().equals(post);
    }

    private long reads(UUID of) throws SQLException {
        return query("select coalesce(sum(reads), 0) from post_counters where post_id = ?", of);
    }

    private long query(String sql, UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private void execute(String sql, UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private void awaitDocument(int reads) {
        Awaitility.await("a document of " + reads).ignoreExceptions().until(() -> {
            Document month = months().find(Filters.eq("_id", month())).first();
            return month != null && month.get("reads", Document.class).size() == reads;
        });
    }

    private void awaitNoDocument() {
        Awaitility.await("no document")
                .until(() -> months().find(Filters.eq("_id", month())).first() == null);
    }

    private String month() {
        return reader.id + "/" + YearMonth.now(ZoneOffset.UTC);
    }

    private MongoCollection<Document> months() {
        return store.getDatabase(documents).getCollection("reading_months");
    }
}
