package io.cofound.content.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.content.ContentScenario;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.testing.InfrastructureTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

/** What readers see in feeds, and never see. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class FeedIT {

    @Inject
    DataSource database;

    @Inject
    Trending trending;

    private final ContentScenario scenario = new ContentScenario();
    private FeedMember author;
    private FeedMember reader;

    @BeforeEach
    void gather() throws SQLException {
        author = new FeedMember(scenario);
        reader = new FeedMember(scenario);
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    static Stream<String> feeds() {
        return Stream.of("latest", "trending", "following")
                .flatMap(sort -> Stream.of("sort=" + sort, "unseen=first&sort=" + sort));
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void who_is_banned_is_shown_nothing_more_on_any_page(String feed) throws Throwable {
        UUID community = scenario.community(Visibility.HIDDEN, ModerationMode.POST);
        List<UUID> posts = threePosts(community);
        String cursor = firstOfThree(feed, posts);

        reader.isBannedFrom(community);
        Awaitility.await().untilAsserted(() -> reader.as()
                .get("/api/v1/communities/" + community + "/posts")
                .then()
                .statusCode(404));

        assertThat(reader.feed(feed + "&limit=100&cursor=" + cursor)).doesNotContainAnyElementsOf(posts);
        assertThat(reader.feed(feed + "&limit=100")).doesNotContainAnyElementsOf(posts);
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void what_is_removed_is_gone_from_every_page(String feed) throws Throwable {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        List<UUID> posts = threePosts(community);
        String cursor = firstOfThree(feed, posts);

        author.as().delete("/api/v1/posts/" + posts.get(1)).then().statusCode(204);

        assertThat(reader.feed(feed + "&limit=100&cursor=" + cursor))
                .doesNotContain(posts.get(1))
                .contains(posts.get(2));
        assertThat(reader.feed(feed + "&limit=100"))
                .doesNotContain(posts.get(1))
                .contains(posts.get(2));
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void a_community_that_hides_takes_its_posts_from_those_outside_and_leaves_them_to_its_members(String feed)
            throws Throwable {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        FeedMember outside = new FeedMember(scenario);
        outside.follows(author);
        List<UUID> posts = threePosts(community);
        trending();
        Awaitility.await().until(() -> outside.feed(feed + "&limit=100").containsAll(posts));
        String cursor = outside.page(feed + "&limit=1").getString("nextCursor");

        scenario.changed(community, 2, Visibility.HIDDEN, ModerationMode.POST);
        Awaitility.await().untilAsserted(() -> outside.as()
                .get("/api/v1/communities/" + community + "/posts")
                .then()
                .statusCode(404));

        assertThat(outside.feed(feed + "&limit=100")).doesNotContainAnyElementsOf(posts);
        assertThat(outside.feed(feed + "&limit=100&cursor=" + cursor)).doesNotContainAnyElementsOf(posts);
        Awaitility.await().until(() -> reader.feed(feed + "&limit=100").containsAll(posts));
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void what_is_muted_is_not_shown_until_it_is_wanted_again(String feed) throws Throwable {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        UUID plain = threePosts(community).getFirst();
        UUID tagged = author.posts(community, "About trade", "NEWS", "ecommerce", "shanghai");
        trending();
        Awaitility.await().until(() -> reader.feed(feed + "&limit=100").containsAll(List.of(plain, tagged)));

        reader.as().put("/api/v1/me/mutes/tags/電商").then().statusCode(204);
        assertThat(reader.feed(feed + "&limit=100")).doesNotContain(tagged).contains(plain);

        reader.as().put("/api/v1/me/mutes/members/" + author.id).then().statusCode(204);
        assertThat(reader.feed(feed + "&limit=100")).doesNotContain(plain, tagged);

        reader.as().delete("/api/v1/me/mutes/tags/电商").then().statusCode(204);
        reader.as().delete("/api/v1/me/mutes/members/" + author.id).then().statusCode(204);
        assertThat(reader.feed(feed + "&limit=100")).contains(plain, tagged);
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void a_feed_is_narrowed_to_a_tag_a_type_and_a_community(String feed) throws Throwable {
        UUID community = scenario.community(Visibility.HIDDEN, ModerationMode.POST);
        List<UUID> posts = threePosts(community);
        UUID wanted = author.posts(community, "Wanted", "QUESTION", "人工智能", "Two  Words");
        trending();

        Awaitility.await().until(() -> reader.feed(feed + "&communityId=" + community)
                .equals(List.of(wanted, posts.get(0), posts.get(1), posts.get(2))));
        assertThat(reader.feed(feed + "&type=QUESTION&communityId=" + community))
                .containsExactly(wanted);
        assertThat(reader.feed(feed + "&tag=two words&communityId=" + community))
                .containsExactly(wanted);
        assertThat(reader.feed(feed + "&type=QUESTION&tag=two words&limit=100"))
                .contains(wanted)
                .doesNotContainAnyElementsOf(posts);
        assertThat(reader.feed(feed + "&type=NEWS&communityId=" + community)).isEmpty();
        reader.as()
                .get("/api/v1/feed?" + feed + "&communityId=" + UUID.randomUUID())
                .then()
                .statusCode(404);
        new FeedMember(scenario)
                .as()
                .get("/api/v1/feed?" + feed + "&communityId=" + community)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "trending", "following"})
    void unseen_posts_come_first_and_reading_on_the_way_moves_nothing(String sort) throws Throwable {
        UUID community = scenario.community(Visibility.HIDDEN, ModerationMode.POST);
        List<UUID> posts = new ArrayList<>(threePosts(community));
        posts.addFirst(author.posts(community, "Fourth"));
        posts.addFirst(author.posts(community, "Fifth"));
        trending();
        String feed = "sort=" + sort + "&unseen=first&communityId=" + community;
        Awaitility.await().until(() -> reader.feed(feed).equals(posts));
        ReadPosts.read(database, reader.id, posts.get(0), posts.get(3));

        List<UUID> walked = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = reader.page(feed + "&limit=2&cursor=" + cursor);
            walked.addAll(FeedMember.ids(page));
            ReadPosts.read(database, reader.id, walked.toArray(UUID[]::new));
            cursor = page.getString("nextCursor");
        }

        assertThat(walked).containsExactly(posts.get(1), posts.get(2), posts.get(4), posts.get(0), posts.get(3));
    }

    @Test
    void trending_pages_belong_together_while_counters_change_and_outlive_their_snapshot() throws Throwable {
        UUID community = scenario.community(Visibility.HIDDEN, ModerationMode.POST);
        List<UUID> posts = threePosts(community);
        count(posts.get(2), 50);
        count(posts.get(1), 5);
        trending();
        String feed = "sort=trending&communityId=" + community;
        Awaitility.await().until(() -> reader.feed(feed).equals(posts.reversed()));
        JsonPath first = reader.page(feed + "&limit=1");

        count(posts.get(0), 5_000);
        count(posts.get(1), 1_000_000);
        trending();

        String next = feed + "&cursor=" + first.getString("nextCursor");
        assertThat(FeedMember.ids(first)).containsExactly(posts.get(2));
        assertThat(reader.feed(next)).containsExactly(posts.get(1), posts.get(0));
        assertThat(reader.feed(feed)).containsExactly(posts.get(1), posts.get(0), posts.get(2));

        forgetSnapshots();
        assertThat(reader.feed(next)).as("all scores are higher now").isEmpty();
        assertThat(reader.feed(feed)).containsExactly(posts.get(1), posts.get(0), posts.get(2));
    }

    @Test
    void a_snapshot_writes_only_what_changed() throws Throwable {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        List<UUID> posts = threePosts(community);
        trending();
        count(posts.get(1), 1);
        trending();
        trending();

        assertThat(versions(posts.get(0))).isEqualTo(1);
        assertThat(versions(posts.get(1))).isEqualTo(2);
    }

    @Test
    void what_is_followed_no_longer_is_not_shown() throws Throwable {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        author.joins(community);
        UUID follow = reader.follows(author);
        UUID post = author.posts(community, "Followed");
        Awaitility.await().until(() -> reader.feed("sort=following").equals(List.of(post)));

        reader.unfollows(follow, author);

        Awaitility.await().until(() -> reader.feed("sort=following").isEmpty());
    }

    @Test
    void mistakes_are_told() {
        reader.as().get("/api/v1/feed?sort=best").then().statusCode(400).body("type", endsWith(":unknown-sort"));
        reader.as().get("/api/v1/feed?unseen=last").then().statusCode(400).body("type", endsWith(":unknown-unseen"));
        reader.as().get("/api/v1/feed?type=POEM").then().statusCode(400);
        reader.as().get("/api/v1/feed?tag= ").then().statusCode(400).body("type", endsWith(":invalid-tag"));
        reader.as()
                .get("/api/v1/feed?cursor=nonsense")
                .then()
                .statusCode(400)
                .body("type", endsWith(":invalid-cursor"));
        given().get("/api/v1/feed?sort=following").then().statusCode(401);
        given().get("/api/v1/feed?unseen=first").then().statusCode(401);
        given().get("/api/v1/me/mutes").then().statusCode(401);
        reader.as().put("/api/v1/me/mutes/members/" + reader.id).then().statusCode(422);
        reader.as().put("/api/v1/me/mutes/members/" + UUID.randomUUID()).then().statusCode(404);
    }

    /** By the author, whom the reader follows, in a community of both; latest first. */
    private List<UUID> threePosts(UUID community) {
        author.joins(community);
        reader.joins(community);
        reader.follows(author);
        List<UUID> posts = new ArrayList<>();
        for (String title : List.of("First", "Second", "Third")) {
            posts.addFirst(author.posts(community, title));
        }
        return posts;
    }

    /** @return where the page after the first of the three begins; others of public communities may come before */
    private String firstOfThree(String feed, List<UUID> posts) throws Throwable {
        trending();
        Awaitility.await().until(() -> reader.feed(feed + "&limit=100").containsAll(posts));
        JsonPath page = reader.page(feed + "&limit=1");
        while (!posts.contains(FeedMember.ids(page).getFirst())) {
            page = reader.page(feed + "&limit=1&cursor=" + page.getString("nextCursor"));
        }
        assertThat(FeedMember.ids(page)).containsExactly(posts.getFirst());
        return page.getString("nextCursor");
    }

    private void trending() throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> trending.take(Duration.ZERO));
    }

    private void count(UUID post, long reads) throws SQLException {
        execute("""
                insert into post_counters (post_id, reads, revision) values ('%1$s', %2$d, 1)
                on conflict (post_id) do update set reads = %2$d""".formatted(post, reads));
    }

    private void forgetSnapshots() throws Throwable {
        execute("update trending_snapshot set taken_at = now() - interval '2 hours'");
        trending();
    }

    private long versions(UUID post) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from trending_post where post_id = '" + post + "'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
