package io.cofound.content.post;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.content.ContentScenario;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.ContentScenario.as;
import static io.cofound.content.ContentScenario.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** A community has a piece of news once. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class NewsIT {

    private final ContentScenario scenario = new ContentScenario();
    private final String page = "news.example.org/" + UuidCreator.getTimeOrderedEpoch();
    private UUID community;

    @BeforeEach
    void found() {
        community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        scenario.joined(community, Person.MEI, CommunityRole.MEMBER);
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void who_comes_second_hears_of_the_first_if_it_may_be_seen() {
        UUID first = posted(Person.ADA, "https://" + page);
        submit(Person.MEI, "http://" + page + "/?utm_source=chat#top")
                .statusCode(409)
                .body("type", endsWith(":duplicate-news"))
                .body("postId", nullValue());

        publish(Person.ADA, first);

        submit(Person.MEI, "https://" + page).statusCode(409).body("postId", equalTo(first.toString()));
    }

    @Test
    void another_community_has_it_too() {
        posted(Person.ADA, "https://" + page);
        UUID other = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);

        submit(Person.ADA, other, "https://" + page).statusCode(201);
    }

    @Test
    void what_is_removed_or_rejected_makes_room() {
        UUID removed = posted(Person.ADA, "https://" + page);
        as(Person.ADA).delete("/api/v1/posts/" + removed).then().statusCode(204);

        UUID rejected = posted(Person.ADA, "https://" + page);
        scenario.decided(rejected, 1, Action.REJECT);
        awaitState(Person.ADA, rejected, "REJECTED");

        posted(Person.MEI, "https://" + page);
        edit(rejected, 1, "https://" + page).statusCode(409).body("type", endsWith(":duplicate-news"));
    }

    @Test
    void what_is_held_makes_none() {
        UUID held = posted(Person.ADA, "https://" + page);
        scenario.decided(held, 1, Action.HOLD);
        awaitState(Person.ADA, held, "HELD");

        submit(Person.MEI, "https://" + page).statusCode(409);
    }

    @Test
    void an_edit_takes_the_new_address_and_keeps_the_old_one_while_others_still_see_it() {
        UUID post = posted(Person.ADA, "https://" + page);
        publish(Person.ADA, post);
        edit(post, 1, "https://" + page + "/new").statusCode(200);

        submit(Person.MEI, "https://" + page + "/new").statusCode(409);
        submit(Person.MEI, "https://" + page).statusCode(409);

        scenario.decided(post, 2, Action.PUBLISH);
        awaitState(Person.ADA, post, "PUBLISHED");
        submit(Person.MEI, "https://" + page + "/new").statusCode(409);
        submit(Person.MEI, "https://" + page).statusCode(201);
    }

    @Test
    void a_decision_is_never_in_the_way_of_what_came_meanwhile() {
        UUID first = posted(Person.ADA, "https://" + page);
        DecisionMade rejection = scenario.decided(first, 1, Action.REJECT);
        awaitState(Person.ADA, first, "REJECTED");
        UUID second = posted(Person.MEI, "https://" + page);

        scenario.publisher().publish(ContentScenario.decidedAnew(rejection, Action.PUBLISH));

        awaitState(Person.ADA, first, "PUBLISHED");
        submit(Person.ADA, "https://" + page).statusCode(409);
        as(Person.MEI).delete("/api/v1/posts/" + second).then().statusCode(204);
    }

    @Test
    void of_many_at_once_one_is_first() {
        List<Integer> answers = IntStream.range(0, 24)
                .parallel()
                .mapToObj(i -> submit(i % 2 == 0 ? Person.ADA : Person.MEI, "https://" + page)
                        .extract()
                        .statusCode())
                .toList();

        assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
    }

    private void publish(Person author, UUID post) {
        scenario.decided(post, 1, Action.PUBLISH);
        awaitState(author, post, "PUBLISHED");
    }

    private UUID posted(Person author, String source) {
        return UUID.fromString(submit(author, source).statusCode(201).extract().path("id"));
    }

    private ValidatableResponse submit(Person author, String source) {
        return submit(author, community, source);
    }

    private static ValidatableResponse submit(Person author, UUID where, String source) {
        return as(author)
                .body(Map.of("type", "NEWS", "title", "Found this", "body", "Worth reading.", "sourceUrl", source))
                .post("/api/v1/communities/" + where + "/posts")
                .then();
    }

    private static ValidatableResponse edit(UUID post, long revision, String source) {
        return as(Person.ADA)
                .header("If-Match", "\"" + revision + "\"")
                .body(Map.of("title", "Found this, again", "sourceUrl", source))
                .patch("/api/v1/posts/" + post)
                .then();
    }
}
