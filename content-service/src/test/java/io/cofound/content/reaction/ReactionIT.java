package io.cofound.content.reaction;

import java.util.UUID;

import io.cofound.content.ContentScenario;
import io.cofound.content.Participant;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.ContentScenario.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class ReactionIT {

    private final ContentScenario scenario = new ContentScenario();
    private UUID community;
    private UUID post;
    private String reactions;
    private Participant member;

    @BeforeEach
    void found() {
        community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        post = scenario.posted(Person.ADA, community, "To react to");
        reactions = "/api/v1/posts/" + post + "/reactions";
        member = new Participant(scenario).joined(community, CommunityRole.MEMBER, post);
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void kinds_stand_beside_each_other_each_once() {
        member.as().put(reactions + "/LIKE").then().statusCode(204);
        member.as().put(reactions + "/LIKE").then().statusCode(204);
        member.as().put(reactions + "/INSIGHTFUL").then().statusCode(204);
        as(Person.ADA).put(reactions + "/LIKE").then().statusCode(204);

        member.as()
                .get(reactions)
                .then()
                .statusCode(200)
                .body("counts.LIKE", equalTo(2))
                .body("counts.INSIGHTFUL", equalTo(1))
                .body("counts.CURIOUS", equalTo(0))
                .body("own", contains("LIKE", "INSIGHTFUL"));
        given().get(reactions).then().body("counts.LIKE", equalTo(2)).body("own", empty());
    }

    @Test
    void a_reaction_is_taken_back_as_often_as_one_likes() {
        member.as().put(reactions + "/SUPPORT").then().statusCode(204);

        member.as().delete(reactions + "/SUPPORT").then().statusCode(204);
        member.as().delete(reactions + "/SUPPORT").then().statusCode(204);

        given().get(reactions).then().body("counts.SUPPORT", equalTo(0));
    }

    @Test
    void other_kinds_do_not_exist() {
        member.as().put(reactions + "/HATE").then().statusCode(404);
    }

    @Test
    void only_members_react_and_only_to_what_they_see() {
        Participant stranger = new Participant(scenario);

        given().put(reactions + "/LIKE").then().statusCode(401);
        stranger.as().put(reactions + "/LIKE").then().statusCode(403).body("type", endsWith(":members-only"));
        member.as()
                .put("/api/v1/posts/" + UUID.randomUUID() + "/reactions/LIKE")
                .then()
                .statusCode(404);
    }

    @Test
    void in_an_archived_community_reactions_are_only_taken_back() {
        member.as().put(reactions + "/LIKE").then().statusCode(204);
        scenario.archived(community, 2, Visibility.PUBLIC);

        Awaitility.await().untilAsserted(() -> member.as()
                .put(reactions + "/CELEBRATE")
                .then()
                .statusCode(409)
                .body("type", endsWith(":community-archived")));
        member.as().delete(reactions + "/LIKE").then().statusCode(204);
    }

    @Test
    void who_is_banned_takes_back_what_is_there_and_sees_no_more() {
        member.as().put(reactions + "/LIKE").then().statusCode(204);
        scenario.changed(community, 2, Visibility.HIDDEN, ModerationMode.POST);
        member.banned(community);

        Awaitility.await().untilAsserted(() -> member.as().get(reactions).then().statusCode(404));
        member.as().delete(reactions + "/CURIOUS").then().statusCode(404);
        member.as().delete(reactions + "/LIKE").then().statusCode(204);
        as(Person.ADA).get(reactions).then().body("counts.LIKE", equalTo(0));
    }
}
