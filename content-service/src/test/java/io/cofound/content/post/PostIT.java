package io.cofound.content.post;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.cofound.content.ContentScenario;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.PostHeld;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRejected;
import io.cofound.contracts.content.PostRemoved;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.content.PublicPost;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.ContentScenario.as;
import static io.cofound.content.ContentScenario.awaitForgottenByPartners;
import static io.cofound.content.ContentScenario.awaitState;
import static io.cofound.content.ContentScenario.read;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

/** From its author to its readers, and what happens on the way. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class PostIT {

    private final ContentScenario scenario = new ContentScenario();

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void a_post_goes_from_its_author_over_moderation_to_readers_and_partners() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        scenario.joined(community, Person.MEI, CommunityRole.MEMBER);

        UUID post = scenario.posted(Person.MEI, community, "我们如何找到第一批客户");
        read(Person.MEI, post).statusCode(200).body("state", equalTo("PENDING")).body("language", equalTo("zh"));
        read(Person.BO, post).statusCode(404).contentType("application/problem+json");
        read(Person.ADA, post).statusCode(200).body("state", equalTo("PENDING"));
        read(Person.MO, post).statusCode(200).body("state", equalTo("PENDING"));

        scenario.decided(post, 1, Action.PUBLISH);
        awaitState(Person.MEI, post, "PUBLISHED");
        read(Person.MEI, post).body("decision.label", equalTo("OK")).body("decision.rung", equalTo("MODEL"));
        given().get("/api/v1/posts/" + post)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("title", equalTo("我们如何找到第一批客户"))
                .body("author.displayName", equalTo(Person.MEI.displayName()))
                .body("decision", nullValue());
        given().get("/api/v1/feed").then().body("items.id", hasItem(post.toString()));
        given().get("/api/v1/communities/" + community + "/posts")
                .then()
                .body("items.id", equalTo(List.of(post.toString())));

        try (var posts = new TopicReader(Topics.POST);
                var partners = new TopicReader(Topics.PUBLIC_CONTENT)) {
            assertThat(posts.await(PostSubmitted.class, e -> e.postId().equals(post)))
                    .extracting(PostSubmitted::revision, PostSubmitted::authorId)
                    .containsExactly(1L, Person.MEI.id());
            assertThat(posts.await(PostPublished.class, e -> e.postId().equals(post)))
                    .extracting(PostPublished::authorName, PostPublished::visibility)
                    .containsExactly(Person.MEI.displayName(), Visibility.PUBLIC);
            assertThat(partners.await(PublicPost.class, e -> e.postId().equals(post))
                            .tags())
                    .containsExactly("java", "distributed-systems");
        }
    }

    @Test
    void a_refused_post_stays_with_its_author_who_sees_why() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        UUID held = scenario.posted(Person.ADA, community, "Held");
        UUID rejected = scenario.posted(Person.ADA, community, "Rejected");

        DecisionMade hold = scenario.decided(held, 1, Action.HOLD);
        DecisionMade reject = scenario.decided(rejected, 1, Action.REJECT);

        awaitState(Person.ADA, held, "HELD");
        awaitState(Person.ADA, rejected, "REJECTED");
        read(Person.ADA, rejected)
                .body("decision.label", equalTo("SPAM"))
                .body("decision.reasons[0].clause", equalTo("advertising"))
                .body("decision.reasons[0].evidence", equalTo("buy now"));
        read(Person.BO, held).statusCode(404);
        read(Person.BO, rejected).statusCode(404);
        given().get("/api/v1/communities/" + community + "/posts").then().body("items.size()", equalTo(0));
        as(Person.ADA)
                .get("/api/v1/communities/" + community + "/posts?state=HELD")
                .then()
                .body("items.id", equalTo(List.of(held.toString())));
        as(Person.BO)
                .get("/api/v1/communities/" + community + "/posts?state=HELD")
                .then()
                .body("items.size()", equalTo(0));
        try (var posts = new TopicReader(Topics.POST)) {
            assertThat(posts.await(PostHeld.class, e -> e.postId().equals(held)).decisionId())
                    .isEqualTo(hold.decisionId());
            assertThat(posts.await(PostRejected.class, e -> e.postId().equals(rejected))
                            .decisionId())
                    .isEqualTo(reject.decisionId());
        }
    }

    @Test
    void the_published_text_stays_until_an_edit_is_allowed() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        UUID post = scenario.published(Person.ADA, community, "First");

        scenario.edited(Person.ADA, post, 1, "Second").statusCode(200).header("ETag", "\"2\"");
        read(Person.BO, post).body("title", equalTo("First")).body("revision", equalTo(1));
        read(Person.ADA, post)
                .body("title", equalTo("Second"))
                .body("state", equalTo("PENDING"))
                .body("publishedRevision", equalTo(1));

        scenario.decided(post, 2, Action.REJECT);
        awaitState(Person.ADA, post, "REJECTED");
        read(Person.BO, post).body("title", equalTo("First"));
        read(Person.ADA, post).body("decision.reasons[0].clause", equalTo("advertising"));

        scenario.edited(Person.ADA, post, 2, "Third").statusCode(200);
        scenario.decided(post, 2, Action.PUBLISH); // a late word on the rejected text
        scenario.decided(post, 3, Action.PUBLISH);
        awaitState(Person.ADA, post, "PUBLISHED");
        read(Person.BO, post).body("title", equalTo("Third")).body("revision", equalTo(3));

        as(Person.ADA)
                .get("/api/v1/posts/" + post + "/revisions")
                .then()
                .body("items.title", equalTo(List.of("Third", "Second", "First")))
                .body("items.published", equalTo(List.of(true, false, true)));
        given().get("/api/v1/posts/" + post + "/revisions?limit=1")
                .then()
                .body("items.title", equalTo(List.of("Third")))
                .body("items[0].decision", nullValue());
        given().get("/api/v1/posts/" + post + "/revisions")
                .then()
                .body("items.title", equalTo(List.of("Third", "First")));
        try (var posts = new TopicReader(Topics.POST)) {
            posts.await(PostPublished.class, e -> e.postId().equals(post) && e.revision() == 3);
            assertThat(posts.events(PostPublished.class).stream()
                            .filter(e -> e.postId().equals(post)))
                    .extracting(PostPublished::revision)
                    .containsExactly(1L, 3L);
        }
    }

    @Test
    void afterwards_moderation_shows_at_once_and_takes_down() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        UUID post = scenario.posted(Person.ADA, community, "At once");
        read(Person.BO, post).statusCode(200).body("state", equalTo("PUBLISHED"));

        DecisionMade refusal = scenario.decided(post, 1, Action.REJECT);
        awaitState(Person.ADA, post, "REJECTED");
        read(Person.BO, post).statusCode(404);
        awaitForgottenByPartners(post);
        remove(Person.ADA, post, 204);

        try (var reader = new TopicReader(Topics.POST)) {
            reader.await(PostRemoved.class, e -> e.postId().equals(post) && e.byDecision() == null);
            assertThat(reader.events(PostRemoved.class).stream()
                            .filter(e -> e.postId().equals(post)))
                    .extracting(PostRemoved::byDecision)
                    .as("who refused it, and that its author removed it")
                    .containsExactly(refusal.decisionId(), null);
        }
    }

    @Test
    void removal_is_for_the_author_and_moderators_and_partners_forget() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        scenario.joined(community, Person.MEI, CommunityRole.MEMBER);
        scenario.joined(community, Person.CHEN, CommunityRole.MODERATOR);
        List<UUID> posts = IntStream.range(0, 4)
                .mapToObj(i -> scenario.published(Person.MEI, community, "Post " + i))
                .toList();

        remove(Person.BO, posts.get(0), 403);
        remove(Person.MEI, posts.get(0), 204);
        remove(Person.MEI, posts.get(0), 204);
        remove(Person.CHEN, posts.get(1), 204);
        remove(Person.MO, posts.get(2), 204);
        remove(Person.ADA, posts.get(3), 204);

        posts.forEach(post -> read(Person.BO, post).statusCode(404));
        read(Person.MEI, posts.get(1)).statusCode(200).body("state", equalTo("REMOVED"));
        scenario.edited(Person.MEI, posts.get(0), 1, "Back again").statusCode(409);
        posts.forEach(ContentScenario::awaitForgottenByPartners);
        try (var reader = new TopicReader(Topics.POST)) {
            assertThat(reader.events(PostRemoved.class).stream()
                            .filter(e -> e.postId().equals(posts.get(0))))
                    .hasSize(1);
        }
    }

    @Test
    void of_many_editors_at_once_one_wins_and_the_others_hear_of_it() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        UUID post = scenario.posted(Person.ADA, community, "Contended");

        List<Integer> answers = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> scenario.edited(Person.ADA, post, 1, "Edit " + i)
                        .extract()
                        .statusCode())
                .toList();

        assertThat(answers).containsOnly(200, 412).containsOnlyOnce(200);
        read(Person.ADA, post).body("revision", equalTo(2));
        as(Person.ADA)
                .body("{\"title\": \"No base\"}")
                .patch("/api/v1/posts/" + post)
                .then()
                .statusCode(428);
    }

    @Test
    void an_edit_that_changes_nothing_is_no_revision() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        UUID post = scenario.published(Person.ADA, community, "As it is");

        scenario.edited(Person.ADA, post, 1, "As it is").statusCode(200).body("state", equalTo("PUBLISHED"));
        read(Person.ADA, post).body("revision", equalTo(1));
    }

    @Test
    void the_feed_goes_on_where_the_page_before_ended() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        List<String> posted = IntStream.range(0, 5)
                .mapToObj(
                        i -> scenario.posted(Person.ADA, community, "Page " + i).toString())
                .toList();

        String path = "/api/v1/communities/" + community + "/posts?limit=2";
        Stream<String> read = Stream.empty();
        String cursor = "";
        while (cursor != null) {
            var page = given().queryParam("cursor", cursor)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            read = Stream.concat(read, page.<String>getList("items.id").stream());
            cursor = page.getString("nextCursor");
        }

        assertThat(read.toList()).containsExactlyElementsOf(posted.reversed());
    }

    private static void remove(Person person, UUID post, int status) {
        as(person).delete("/api/v1/posts/" + post).then().statusCode(status);
    }
}
