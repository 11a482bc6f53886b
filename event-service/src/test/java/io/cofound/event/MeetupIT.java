package io.cofound.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.meetup.MeetupCancelled;
import io.cofound.contracts.meetup.MeetupPublished;
import io.cofound.contracts.meetup.PublicMeetup;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.cofound.event.Town.anonymous;
import static io.cofound.event.Town.as;
import static io.cofound.event.Town.draft;
import static io.cofound.event.Town.meetupsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "event"))
class MeetupIT {

    @Test
    void a_draft_is_the_organisers_until_it_is_published_to_everybody() {
        UUID community = Town.community(Visibility.PUBLIC);
        String meetup = Town.meetup(community, draft("黑客松 Hackathon", 7, 30, false));

        as(Person.CHEN).get(meetup).then().statusCode(404);
        as(Person.CHEN).get(meetupsOf(community)).then().body("items", empty());
        as(Person.MEI).get(meetupsOf(community)).then().body("items.state", contains("DRAFT"));

        as(Person.MEI)
                .header("If-Match", "\"1\"")
                .body("{\"publish\": true}")
                .patch(meetup)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("PUBLISHED"))
                .body("moderation.state", equalTo("PENDING"));
        anonymous().get(meetup).then().statusCode(404);
        Town.accept(meetup);

        anonymous()
                .get(meetup)
                .then()
                .statusCode(200)
                .body("title", equalTo("黑客松 Hackathon"))
                .body("capacity", equalTo(30))
                .body("confirmed", equalTo(0))
                .body("organiserId", equalTo(Person.ADA.id().toString()));
        try (var meetups = new TopicReader(Topics.MEETUP);
                var partners = new TopicReader(Topics.PUBLIC_MEETUPS)) {
            UUID id = Town.idOf(meetup);
            MeetupPublished published =
                    meetups.await(MeetupPublished.class, e -> e.meetupId().equals(id));
            PublicMeetup forPartners =
                    partners.await(PublicMeetup.class, e -> e.meetupId().equals(id));
            assertThat(published.revision()).as("nobody heard of the draft").isEqualTo(2);
            assertThat(published.visibility()).isEqualTo(Visibility.PUBLIC);
            assertThat(forPartners)
                    .usingRecursiveComparison()
                    .ignoringFields("visibility")
                    .isEqualTo(published);
        }
    }

    @Test
    void a_change_needs_the_current_revision_and_is_told_whole() {
        String meetup = Town.meetup(Town.community(Visibility.LISTED), 5);

        as(Person.ADA).body("{\"title\": \"x\"}").patch(meetup).then().statusCode(428);
        as(Person.ADA)
                .header("If-Match", "\"9\"")
                .body("{\"title\": \"x\"}")
                .patch(meetup)
                .then()
                .statusCode(412)
                .body("currentRevision", equalTo(1));
        as(Person.ADA)
                .header("If-Match", "\"1\"")
                .body("{\"title\": \"Pitch night\", \"capacity\": 6}")
                .patch(meetup)
                .then()
                .statusCode(200)
                .body("title", equalTo("Pitch night"))
                .body("description", equalTo("Bring a demo"));
        Town.accept(meetup);

        try (var meetups = new TopicReader(Topics.MEETUP);
                var partners = new TopicReader(Topics.PUBLIC_MEETUPS)) {
            UUID id = Town.idOf(meetup);
            MeetupPublished first =
                    meetups.await(MeetupPublished.class, e -> e.meetupId().equals(id) && e.revision() == 1);
            MeetupPublished second =
                    meetups.await(MeetupPublished.class, e -> e.meetupId().equals(id) && e.revision() == 2);
            assertThat(second.title())
                    .as("others see the text before until it is judged")
                    .isEqualTo("Demo night");
            assertThat(second.capacity()).isEqualTo(6);
            second = meetups.await(MeetupPublished.class, e -> e.meetupId().equals(id) && e.revision() == 3);
            assertThat(second.publishedAt()).isEqualTo(first.publishedAt());
            assertThat(second.title()).isEqualTo("Pitch night");
            assertThat(second.capacity()).isEqualTo(6);
            assertThat(partners.records())
                    .as("a listed community is none of the partners' business")
                    .noneMatch(record -> record.key().equals(id.toString()));
        }
    }

    @Test
    void a_cancelled_meetup_is_told_to_everybody_and_forgotten_by_partners() {
        UUID community = Town.community(Visibility.PUBLIC);
        String meetup = Town.meetup(community, 5);

        as(Person.BO).delete(meetup).then().statusCode(204);
        as(Person.BO).delete(meetup).then().statusCode(204);

        anonymous().get(meetup).then().statusCode(200).body("state", equalTo("CANCELLED"));
        anonymous().get(meetupsOf(community)).then().body("items", empty());
        as(Person.CHEN).put(meetup + "/registrations/me").then().statusCode(409);
        as(Person.ADA)
                .header("If-Match", "\"2\"")
                .body("{\"title\": \"Back\"}")
                .patch(meetup)
                .then()
                .statusCode(409)
                .body("type", endsWith(":meetup-cancelled"));
        try (var meetups = new TopicReader(Topics.MEETUP)) {
            UUID id = Town.idOf(meetup);
            meetups.await(MeetupCancelled.class, e -> e.meetupId().equals(id));
            awaitLastForPartners(id, true);
            assertThat(meetups.events(MeetupCancelled.class))
                    .filteredOn(e -> e.meetupId().equals(id))
                    .hasSize(1);
        }
    }

    @Test
    void partners_forget_the_meetups_of_a_community_that_is_no_longer_public_and_learn_them_again() {
        UUID community = Town.community(Visibility.PUBLIC);
        UUID id = Town.idOf(Town.meetup(community, 5));
        awaitLastForPartners(id, false);

        Town.show(community, 2, Visibility.LISTED);

        awaitLastForPartners(id, true);
        anonymous().get("/api/v1/events/" + id).then().statusCode(404);
        try (var meetups = new TopicReader(Topics.MEETUP)) {
            assertThat(meetups.await(
                                    MeetupPublished.class,
                                    e -> e.meetupId().equals(id) && e.visibility() == Visibility.LISTED)
                            .revision())
                    .isEqualTo(2);
        }

        Town.show(community, 1, Visibility.HIDDEN);
        Town.show(community, 3, Visibility.PUBLIC);

        awaitLastForPartners(id, false);
        anonymous().get("/api/v1/events/" + id).then().statusCode(200).body("revision", equalTo(3));
    }

    @Test
    void a_list_goes_by_start_page_by_page() {
        UUID community = Town.community(Visibility.PUBLIC);
        for (int day : new int[] {5, 2, 4, 1, 3}) {
            Town.meetup(community, draft("Day " + day, day, 5, true));
        }

        String cursor = anonymous()
                .get(meetupsOf(community) + "?limit=2")
                .then()
                .statusCode(200)
                .body("items.title", contains("Day 1", "Day 2"))
                .extract()
                .path("nextCursor");
        cursor = anonymous()
                .get(meetupsOf(community) + "?limit=2&cursor=" + cursor)
                .then()
                .body("items.title", contains("Day 3", "Day 4"))
                .extract()
                .path("nextCursor");
        anonymous()
                .get(meetupsOf(community) + "?limit=2&cursor=" + cursor)
                .then()
                .body("items.title", contains("Day 5"))
                .body("nextCursor", nullValue());
        anonymous().get(meetupsOf(community) + "?when=PAST").then().body("items", empty());
    }

    @Test
    void the_same_idempotency_key_creates_one_meetup() {
        UUID community = Town.community(Visibility.PUBLIC);
        String body = draft("Once", 3, 5, true);
        var answers = AtOnce.all(Collections.<Callable<String>>nCopies(4, () -> as(Person.MEI)
                .header("Idempotency-Key", community.toString())
                .body(body)
                .post(meetupsOf(community))
                .then()
                .statusCode(201)
                .extract()
                .path("id")));

        assertThat(answers).hasSize(4).containsOnly(answers.getFirst());
        as(Person.MEI).get(meetupsOf(community)).then().body("items.id", contains(answers.getFirst()));
        as(Person.ADA)
                .header("Idempotency-Key", community.toString())
                .body(body)
                .post(meetupsOf(Town.community(Visibility.PUBLIC)))
                .then()
                .statusCode(201)
                .body("id", not(equalTo(answers.getFirst())));
        as(Person.MEI)
                .header("Idempotency-Key", community.toString())
                .body(body)
                .post(meetupsOf(Town.community(Visibility.PUBLIC)))
                .then()
                .statusCode(422);
    }

    @Test
    void a_member_who_was_just_made_organiser_is_waited_for() {
        UUID community = UUID.randomUUID();
        var answers = AtOnce.<Integer>all(List.of(
                () -> as(Person.STRANGER)
                        .body(draft("First", 3, 5, true))
                        .post(meetupsOf(community))
                        .statusCode(),
                () -> {
                    try (Publisher publisher = new Publisher()) {
                        publisher.publish(Town.granted(community, Person.STRANGER.id(), CommunityRole.ORGANISER));
                        publisher.publish(Town.created(community, Visibility.LISTED));
                    }
                    return 0;
                }));

        assertThat(answers).containsExactly(201, 0);
    }

    @Test
    void who_left_the_community_no_longer_organises_also_when_the_news_come_twice_or_in_the_wrong_order() {
        UUID community = Town.community(Visibility.PUBLIC);
        var granted = Town.granted(community, Person.STRANGER.id(), CommunityRole.ORGANISER);
        UUID first = UUID.randomUUID();
        try (Publisher publisher = new Publisher()) {
            publisher.publish(first, granted);
            publisher.publish(new MembershipRevoked(
                    granted.membershipId(),
                    2,
                    community,
                    Person.STRANGER.id(),
                    RevocationCause.LEFT,
                    null,
                    Instant.now()));
            publisher.publish(first, granted);
            publisher.publish(granted);
            publisher.publish(Town.granted(community, new UUID(7, 7), CommunityRole.ORGANISER));
        }
        Awaitility.await()
                .until(() -> as(new UUID(7, 7))
                                .body(draft("After", 3, 5, true))
                                .post(meetupsOf(community))
                                .statusCode()
                        == 201);

        as(Person.STRANGER)
                .body(draft("Too late", 3, 5, true))
                .post(meetupsOf(community))
                .then()
                .statusCode(403);
        anonymous().get(meetupsOf(community)).then().body("items.title", not(hasItem("Too late")));
    }

    @Test
    void the_api_says_who_may_register() {
        anonymous()
                .accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.'/api/v1/events/{meetupId}/registrations/me'.put.description",
                        containsString("without joining it first"))
                .body("paths.'/api/v1/communities/{communityId}/events'", allOf(hasKey("get"), hasKey("post")))
                .body("paths.'/api/v1/events/{id}'", allOf(hasKey("get"), hasKey("patch"), hasKey("delete")));
    }

    private static void awaitLastForPartners(UUID meetup, boolean tombstone) {
        try (var partners = new TopicReader(Topics.PUBLIC_MEETUPS)) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> partners.records().stream()
                    .filter(record -> record.key().equals(meetup.toString()))
                    .reduce((earlier, later) -> later)
                    .filter(last -> (last.value() == null) == tombstone)
                    .isPresent());
        }
    }
}
