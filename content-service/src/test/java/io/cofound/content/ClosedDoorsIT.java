package io.cofound.content;

import java.time.Instant;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.contracts.community.Visibility;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.ContentScenario.as;
import static io.cofound.content.ContentScenario.draft;
import static io.cofound.content.ContentScenario.read;
import static org.hamcrest.Matchers.endsWith;

/** Where a community is archived, and for whom it is closed. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class ClosedDoorsIT {

    private final ContentScenario scenario = new ContentScenario();

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void an_archived_community_is_read_and_no_longer_written_in_until_it_is_opened_again() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        UUID post = scenario.posted(Person.ADA, community, "From better days");
        UUID regretted = scenario.posted(Person.ADA, community, "Regretted");

        scenario.archived(community, 2, Visibility.PUBLIC);

        Awaitility.await()
                .untilAsserted(() ->
                        post(Person.ADA, community).statusCode(409).body("type", endsWith(":community-archived")));
        scenario.edited(Person.ADA, post, 1, "Changed").statusCode(409).body("type", endsWith(":community-archived"));
        post(Person.BO, community).statusCode(403);
        read(Person.BO, post).statusCode(200);
        as(Person.ADA).delete("/api/v1/posts/" + regretted).then().statusCode(204);

        scenario.changed(community, 3, Visibility.PUBLIC, ModerationMode.POST);
        Awaitility.await().untilAsserted(() -> post(Person.ADA, community).statusCode(201));
    }

    @Test
    void who_is_banned_writes_no_more_but_may_take_back_what_was_written() {
        UUID community = scenario.community(Visibility.LISTED, ModerationMode.POST);
        UUID membership = UuidCreator.getTimeOrderedEpoch();
        scenario.joined(community, Person.STRANGER, CommunityRole.MEMBER);
        scenario.publisher()
                .publish(new MembershipGranted(
                        membership, 1, community, Person.MEI.id(), CommunityRole.MODERATOR, Instant.now()));
        UUID post = scenario.posted(Person.MEI, community, "Before the ban");

        scenario.publisher()
                .publish(new MembershipRevoked(
                        membership, 2, community, Person.MEI.id(), RevocationCause.BANNED, null, Instant.now()));

        Awaitility.await().untilAsserted(() -> post(Person.MEI, community).statusCode(403));
        scenario.edited(Person.MEI, post, 1, "Revenge").statusCode(403);
        as(Person.MEI).get("/api/v1/communities/" + community + "/posts").then().statusCode(404);
        as(Person.MEI).delete("/api/v1/posts/" + post).then().statusCode(204);
    }

    private static ValidatableResponse post(Person person, UUID community) {
        return as(person)
                .body(draft("Too late"))
                .post("/api/v1/communities/" + community + "/posts")
                .then();
    }
}
