package io.cofound.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.meetup.RegistrationConfirmed;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cofound.event.Town.anonymous;
import static io.cofound.event.Town.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** What is left of where a member came and belonged who is forgotten. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "event"))
class ErasedGuestIT {

    @Inject
    EventTraces traces;

    @Inject
    SeatTable seats;

    private final Publisher publisher = new Publisher();
    private final UUID member = UUID.randomUUID();
    private MembershipGranted membership;
    private UUID community;

    @BeforeEach
    void join() {
        community = Town.community(Visibility.PUBLIC);
        membership = Town.granted(community, member, CommunityRole.MEMBER);
        publisher.publish(membership);
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void a_seat_goes_to_who_is_first_in_line_and_no_registration_is_left() {
        String full = Town.meetup(community, 1);
        String over = Town.meetup(community, 1);
        String crowded = Town.meetup(community, 1);
        String roomy = Town.meetup(community, 5);
        register(roomy, member);
        register(full, member, Person.CHEN.id());
        register(over, member, Person.CHEN.id());
        register(crowded, Person.CHEN.id(), member, Person.BO.id());
        seats.letStart(Town.idOf(over));
        List<UUID> registrations = registrationsOf(member);
        assertThat(registrations).hasSize(4);

        Town.erase(member, PublicContent.KEEP, Instant.now());

        as(Person.CHEN).get(full + "/registrations/me").then().body("state", equalTo("CONFIRMED"));
        as(Person.CHEN).get(over + "/registrations/me").then().body("state", equalTo("WAITLISTED"));
        as(Person.BO).get(crowded + "/registrations/me").then().body("position", equalTo(1));
        anonymous().get(over).then().body("confirmed", equalTo(1));
        seats.assertFair(Town.idOf(full));
        seats.assertFair(Town.idOf(roomy));
        seats.assertFair(Town.idOf(crowded));
        assertThat(traces.rowsOf("registration", member.toString())).isEmpty();
        try (var topic = new TopicReader(Topics.REGISTRATION)) {
            assertThat(topic.await(
                                    RegistrationConfirmed.class,
                                    e -> e.meetupId().equals(Town.idOf(full)) && e.promoted())
                            .memberId())
                    .isEqualTo(Person.CHEN.id());
        }
        Awaitility.await().untilAsserted(() -> assertThat(registrations)
                .allSatisfy(id -> assertThat(traces.last(Topics.REGISTRATION, id.toString()))
                        .endsWith(": null")));
    }

    @Test
    void where_a_member_registered_who_came_back_stays_when_the_erasure_runs_again() {
        String meetup = Town.meetup(community, 5);
        register(meetup, member);

        Town.erase(member, PublicContent.REMOVE, Instant.now().minusSeconds(60));

        as(member).get(meetup + "/registrations/me").then().body("state", equalTo("CONFIRMED"));
        anonymous().get(meetup).then().body("confirmed", equalTo(1));
    }

    @Test
    void a_membership_that_was_told_before_the_erasure_and_comes_after_it_is_dropped() {
        Instant before = Instant.now().minusSeconds(60);
        Town.erase(member, PublicContent.REMOVE, Instant.now());
        UUID id = membership.membershipId();
        UUID marker = UUID.randomUUID();

        publisher.publish(new MembershipGranted(id, 2, community, member, CommunityRole.OWNER, before));
        // Under the same key, so that it comes after.
        publisher.publish(new MembershipGranted(id, 3, community, marker, CommunityRole.MEMBER, Instant.now()));

        Awaitility.await().untilAsserted(() -> assertThat(traces.rowsOf("membership", marker.toString()))
                .hasSize(1));
        assertThat(traces.rowsOf("membership", member.toString())).isEmpty();
    }

    @Test
    void a_membership_that_ends_with_an_erasure_leaves_nothing() {
        Awaitility.await().untilAsserted(() -> assertThat(traces.rowsOf("membership", member.toString()))
                .hasSize(1));

        publisher.publish(new MembershipRevoked(
                membership.membershipId(), 2, community, member, RevocationCause.ERASED, null, Instant.now()));

        Awaitility.await().untilAsserted(() -> assertThat(traces.rowsOf("membership", member.toString()))
                .isEmpty());
    }

    private static void register(String meetup, UUID... members) {
        for (UUID next : members) {
            as(next).put(meetup + "/registrations/me").then().statusCode(200);
        }
    }

    private List<UUID> registrationsOf(UUID memberId) {
        return traces.rowsOf("registration", memberId.toString()).stream()
                .map(row -> UUID.fromString(row.substring(row.indexOf('(') + 1, row.indexOf(','))))
                .toList();
    }
}
