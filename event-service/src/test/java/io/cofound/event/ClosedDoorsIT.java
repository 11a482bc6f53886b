package io.cofound.event;

import java.time.Instant;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.contracts.community.Visibility;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.cofound.event.Town.anonymous;
import static io.cofound.event.Town.as;
import static io.cofound.event.Town.draft;
import static io.cofound.event.Town.meetupsOf;
import static org.hamcrest.Matchers.endsWith;

/** Where a community is archived, and for whom it is closed. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "event"))
class ClosedDoorsIT {

    @Test
    void an_archived_community_announces_nothing_and_takes_nobody_but_lets_go() {
        UUID community = Town.community(Visibility.PUBLIC);
        String meetup = Town.meetup(community, 5);
        as(Person.CHEN).put(meetup + "/registrations/me").then().statusCode(200);

        Town.changed(community, 2, Visibility.PUBLIC, true);

        Awaitility.await()
                .untilAsserted(() -> refused(as(Person.ADA)
                        .body(draft("Too late", 3, 5, true))
                        .post(meetupsOf(community))
                        .then()));
        refused(as(Person.ADA)
                .header("If-Match", "\"1\"")
                .body("{\"title\": \"Changed\"}")
                .patch(meetup)
                .then());
        refused(as(Person.MO).put(meetup + "/registrations/me").then());
        anonymous().get(meetup).then().statusCode(200);
        as(Person.CHEN).delete(meetup + "/registrations/me").then().statusCode(204);
        as(Person.ADA).delete(meetup).then().statusCode(204);

        Town.changed(community, 3, Visibility.PUBLIC, false);
        Awaitility.await().untilAsserted(() -> as(Person.ADA)
                .body(draft("Open again", 3, 5, true))
                .post(meetupsOf(community))
                .then()
                .statusCode(201));
    }

    @Test
    void who_is_banned_neither_organises_nor_comes_to_what_is_for_members() {
        UUID community = Town.community(Visibility.LISTED);
        String meetup = Town.meetup(community, 5);
        UUID banned = UUID.randomUUID();
        var granted = Town.granted(community, banned, CommunityRole.ORGANISER);
        try (Publisher publisher = new Publisher()) {
            publisher.publish(granted);
            Awaitility.await()
                    .until(() -> as(banned).get(meetup + "/registrations").statusCode() == 200);
            publisher.publish(new MembershipRevoked(
                    granted.membershipId(),
                    2,
                    community,
                    banned,
                    RevocationCause.BANNED,
                    Instant.now().plusSeconds(3_600),
                    Instant.now()));
        }

        Awaitility.await().untilAsserted(() -> as(banned)
                .body(draft("Revenge", 3, 5, true))
                .post(meetupsOf(community))
                .then()
                .statusCode(403));
        as(banned).get(meetupsOf(community)).then().statusCode(403);
        as(banned).put(meetup + "/registrations/me").then().statusCode(404);
    }

    @Test
    void who_is_banned_does_not_come_to_what_is_for_everybody_until_the_ban_ends() {
        UUID community = Town.community(Visibility.PUBLIC);
        String meetup = Town.meetup(community, 5);
        UUID banned = UUID.randomUUID();
        UUID membership = UuidCreator.getTimeOrderedEpoch();
        try (Publisher publisher = new Publisher()) {
            publisher.publish(new MembershipRevoked(
                    membership, 1, community, banned, RevocationCause.BANNED, null, Instant.now()));
            Awaitility.await()
                    .untilAsserted(() ->
                            as(banned).put(meetup + "/registrations/me").then().statusCode(403));
            as(banned).get(meetup).then().statusCode(200);

            publisher.publish(new MembershipRevoked(
                    membership, 2, community, banned, RevocationCause.REMOVED, null, Instant.now()));
        }

        Awaitility.await()
                .untilAsserted(() ->
                        as(banned).put(meetup + "/registrations/me").then().statusCode(200));
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(409).body("type", endsWith(":community-archived"));
    }
}
