package io.cofound.event;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.cofound.contracts.Topics;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.meetup.RegistrationCancelled;
import io.cofound.contracts.meetup.RegistrationConfirmed;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TestTokens;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.cofound.event.Town.anonymous;
import static io.cofound.event.Town.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "event"))
class RegistrationIT {

    @Inject
    SeatTable seats;

    @Test
    void one_seat_and_two_people() {
        String meetup = Town.meetup(Town.community(Visibility.PUBLIC), 1);
        String me = meetup + "/registrations/me";

        as(Person.CHEN)
                .body("{}")
                .put(me)
                .then()
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"))
                .body("$", not(hasKey("position")));
        as(Person.STRANGER)
                .put(me)
                .then()
                .statusCode(200)
                .body("state", equalTo("WAITLISTED"))
                .body("position", equalTo(1));
        as(Person.STRANGER).put(me).then().statusCode(200).body("position", equalTo(1));
        as(Person.MEI)
                .get(meetup + "/registrations")
                .then()
                .statusCode(200)
                .body(
                        "items.memberId",
                        contains(
                                Person.CHEN.id().toString(),
                                Person.STRANGER.id().toString()));

        as(Person.CHEN).delete(me).then().statusCode(204);
        as(Person.CHEN).delete(me).then().statusCode(204);

        as(Person.CHEN).get(me).then().statusCode(200).body("state", equalTo("CANCELLED"));
        as(Person.STRANGER).get(me).then().statusCode(200).body("state", equalTo("CONFIRMED"));
        as(Person.CHEN).put(me).then().body("state", equalTo("WAITLISTED")).body("position", equalTo(1));
        anonymous().get(meetup).then().body("confirmed", equalTo(1)).body("waitlisted", equalTo(1));
        try (var registrations = new TopicReader(Topics.REGISTRATION)) {
            UUID id = Town.idOf(meetup);
            RegistrationConfirmed promoted = registrations.await(
                    RegistrationConfirmed.class, e -> e.meetupId().equals(id) && e.promoted());
            assertThat(promoted.memberId()).isEqualTo(Person.STRANGER.id());
            assertThat(registrations.events(RegistrationCancelled.class))
                    .filteredOn(e -> e.meetupId().equals(id))
                    .extracting(RegistrationCancelled::memberId)
                    .containsExactly(Person.CHEN.id());
        }
    }

    /** As {@code curl -X PUT} sends it; REST Assured would add a content type. */
    @Test
    void registering_needs_no_body() throws IOException, InterruptedException {
        String meetup = Town.meetup(Town.community(Visibility.PUBLIC), 1);
        HttpRequest bare = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + meetup + "/registrations/me"))
                .header("Authorization", "Bearer " + TestTokens.of(Person.CHEN))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(bare, HttpResponse.BodyHandlers.ofString()).body())
                    .contains("\"CONFIRMED\"");
        }
    }

    @Test
    void more_seats_go_to_those_who_wait_and_no_seat_is_taken_away() {
        String meetup = Town.meetup(Town.community(Visibility.PUBLIC), 1);
        List<UUID> members = Stream.generate(UUID::randomUUID).limit(5).toList();
        members.forEach(
                member -> as(member).put(meetup + "/registrations/me").then().statusCode(200));

        resize(meetup, 1, 3)
                .then()
                .statusCode(200)
                .body("confirmed", equalTo(3))
                .body("waitlisted", equalTo(2));
        resize(meetup, 2, 2).then().statusCode(409).body("type", endsWith(":capacity-below-confirmed"));

        as(Person.ADA)
                .get(meetup + "/registrations?state=WAITLISTED&limit=1")
                .then()
                .body("items.memberId", contains(members.get(3).toString()))
                .body("items.position", contains(1));
        as(members.get(4)).get(meetup + "/registrations/me").then().body("position", equalTo(2));
        assertThat(promotedIn(meetup)).containsExactlyInAnyOrder(members.get(1), members.get(2));
        seats.assertEventsTellTheSame(Town.idOf(meetup));
    }

    @Test
    void sixty_at_once_for_ten_seats() {
        String meetup = Town.meetup(Town.community(Visibility.PUBLIC), 10);

        List<JsonPath> answers = AtOnce.all(Stream.generate(UUID::randomUUID)
                .limit(60)
                .<Callable<JsonPath>>map(member -> () -> as(member)
                        .put(meetup + "/registrations/me")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath())
                .toList());

        assertThat(answers)
                .filteredOn(answer -> answer.getString("state").equals("CONFIRMED"))
                .hasSize(10);
        assertThat(answers)
                .filteredOn(answer -> answer.getString("state").equals("WAITLISTED"))
                .extracting(answer -> answer.getInt("position"))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 50).boxed().toList());
        seats.assertFair(Town.idOf(meetup));
        seats.assertEventsTellTheSame(Town.idOf(meetup));
    }

    @Test
    void one_member_many_times_at_once_is_registered_once() {
        String meetup = Town.meetup(Town.community(Visibility.PUBLIC), 5);

        List<Integer> answers = AtOnce.all(Collections.nCopies(
                20, () -> as(Person.CHEN).put(meetup + "/registrations/me").statusCode()));

        assertThat(answers).containsOnly(200);
        anonymous().get(meetup).then().body("confirmed", equalTo(1)).body("waitlisted", equalTo(0));
        seats.assertEventsTellTheSame(Town.idOf(meetup));
    }

    /** Every state that was ever committed is looked at, as far as looking is fast enough. */
    @Test
    void a_storm_of_coming_going_and_changing_rooms_leaves_no_seat_doubled_empty_or_unfair() {
        String meetup = Town.meetup(Town.community(Visibility.PUBLIC), 6);
        UUID id = Town.idOf(meetup);
        Stream<Callable<Integer>> people = Stream.generate(UUID::randomUUID)
                .limit(24)
                .map(member -> () -> {
                    for (int round = 0; round < 3; round++) {
                        as(member).put(meetup + "/registrations/me").then().statusCode(200);
                        as(member).delete(meetup + "/registrations/me").then().statusCode(204);
                    }
                    return as(member).put(meetup + "/registrations/me").statusCode();
                });
        Stream<Callable<Integer>> organisers = Stream.of(() -> {
            for (int revision = 1; revision <= 8; revision++) {
                int seatsNow = 6 + revision;
                resize(meetup, revision, seatsNow).then().statusCode(200);
            }
            return 200;
        });
        Stream<Callable<Integer>> onlookers = Stream.of(() -> {
            for (int look = 0; look < 200; look++) {
                seats.assertFair(id);
            }
            return 200;
        });

        List<Integer> answers = AtOnce.all(
                Stream.of(people, organisers, onlookers).flatMap(group -> group).toList());

        assertThat(answers).containsOnly(200);
        anonymous().get(meetup).then().body("confirmed", equalTo(14)).body("waitlisted", equalTo(10));
        seats.assertFair(id);
        seats.assertEventsTellTheSame(id);
    }

    @Test
    void a_meetup_that_has_started_or_is_no_more_takes_nobody_and_lets_nobody_go() {
        UUID community = Town.community(Visibility.PUBLIC);
        String started = Town.meetup(community, 5);
        String cancelled = Town.meetup(community, 5);
        String draft = Town.meetup(community, Town.draft("Not yet", 7, 5, false));
        as(Person.CHEN).put(started + "/registrations/me").then().statusCode(200);
        as(Person.CHEN).put(cancelled + "/registrations/me").then().statusCode(200);
        seats.letStart(Town.idOf(started));
        as(Person.ADA).delete(cancelled).then().statusCode(204);

        refused(started, "meetup-started");
        refused(cancelled, "meetup-cancelled");
        as(Person.ADA)
                .put(draft + "/registrations/me")
                .then()
                .statusCode(409)
                .body("type", endsWith(":meetup-not-published"));
        as(Person.CHEN).put(draft + "/registrations/me").then().statusCode(404);
        as(Person.CHEN).get(cancelled + "/registrations/me").then().body("state", equalTo("CONFIRMED"));
    }

    private static void refused(String meetup, String slug) {
        as(Person.MO)
                .put(meetup + "/registrations/me")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", endsWith(":" + slug));
        as(Person.CHEN)
                .delete(meetup + "/registrations/me")
                .then()
                .statusCode(409)
                .body("type", endsWith(":" + slug));
    }

    private static Response resize(String meetup, int revision, int capacity) {
        return as(Person.ADA)
                .header("If-Match", "\"" + revision + "\"")
                .body("{\"capacity\": " + capacity + "}")
                .patch(meetup);
    }

    private static List<UUID> promotedIn(String meetup) {
        UUID id = Town.idOf(meetup);
        try (var registrations = new TopicReader(Topics.REGISTRATION)) {
            Awaitility.await()
                    .until(() -> registrations.events(RegistrationConfirmed.class).stream()
                                    .filter(e -> e.meetupId().equals(id) && e.promoted())
                                    .count()
                            >= 2);
            return registrations.events(RegistrationConfirmed.class).stream()
                    .filter(e -> e.meetupId().equals(id) && e.promoted())
                    .map(RegistrationConfirmed::memberId)
                    .toList();
        }
    }
}
