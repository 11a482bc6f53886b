package io.cofound.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.meetup.RegistrationConfirmed;
import io.cofound.contracts.privacy.ErasureAcknowledged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.ExportGathered;
import io.cofound.contracts.privacy.ExportRequested;
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
import static io.cofound.event.Town.draft;
import static io.cofound.event.Town.meetupsOf;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** What is left of a member who is forgotten, and of those who are not. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "event"))
class ErasureIT {

    @Inject
    Traces traces;

    @Inject
    SeatTable seats;

    private final Publisher publisher = new Publisher();
    private final UUID member = UUID.randomUUID();
    private final String mark = member.toString().substring(24);
    private MembershipGranted membership;
    private UUID community;

    @BeforeEach
    void organise() {
        community = Town.community(Visibility.PUBLIC);
        membership = Town.granted(community, member, CommunityRole.ORGANISER);
        publisher.publish(membership);
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void with_their_content_no_word_of_an_organiser_is_left_and_what_is_to_come_is_cancelled() {
        Map<String, String> meetups = organiseEverything();
        as(Person.CHEN).put(meetups.get("coming") + "/registrations/me").then().statusCode(200);
        Set<String> registrations = rowsOf("registration", meetups.get("coming"));
        List<String> planted = traces.now();
        assertThat(words()).allMatch(word -> planted.stream().anyMatch(trace -> trace.contains(word)));

        erase(PublicContent.REMOVE);

        awaitNoTrace(words());
        anonymous()
                .get(meetups.get("coming"))
                .then()
                .body("state", equalTo("CANCELLED"))
                .body("title", equalTo(""));
        anonymous()
                .get(meetups.get("past"))
                .then()
                .body("state", equalTo("PUBLISHED"))
                .body("title", equalTo(""));
        as(Person.ADA).get(meetups.get("draft")).then().statusCode(404);
        assertThat(rowsOf("registration", meetups.get("coming"))).isEqualTo(registrations);
        assertThat(last(Topics.MEETUP, meetups.get("coming"))).contains("cancelledAt");
        assertThat(last(Topics.MEETUP, meetups.get("past"))).contains("\"title\":\"\"");
        assertThat(last(Topics.PUBLIC_MEETUPS, meetups.get("coming"))).endsWith(": null");
        assertThat(last(Topics.PUBLIC_MEETUPS, meetups.get("past"))).endsWith(": null");
    }

    @Test
    void partners_never_learn_again_of_a_meetup_without_a_text() {
        String past = organise("past", true);
        seats.letEnd(Town.idOf(past));
        erase(PublicContent.REMOVE);

        Town.show(community, 2, Visibility.LISTED);
        Town.show(community, 3, Visibility.PUBLIC);

        Awaitility.await()
                .untilAsserted(() -> assertThat(last(Topics.MEETUP, past)).contains("\"revision\":4"));
        assertThat(last(Topics.PUBLIC_MEETUPS, past)).endsWith(": null");
    }

    @Test
    void what_an_organiser_lets_stay_stays_as_it_is_but_for_what_was_never_published() {
        Map<String, String> meetups = organiseEverything();

        erase(PublicContent.KEEP);

        awaitNoTrace(wordsOf("draft"));
        anonymous()
                .get(meetups.get("coming"))
                .then()
                .body("state", equalTo("PUBLISHED"))
                .body("title", containsString(mark))
                .body("revision", equalTo(1));
        anonymous().get(meetups.get("past")).then().body("title", containsString(mark));
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

        erase(PublicContent.KEEP);

        as(Person.CHEN).get(full + "/registrations/me").then().body("state", equalTo("CONFIRMED"));
        as(Person.CHEN).get(over + "/registrations/me").then().body("state", equalTo("WAITLISTED"));
        as(Person.BO).get(crowded + "/registrations/me").then().body("position", equalTo(1));
        anonymous().get(over).then().body("confirmed", equalTo(1));
        seats.assertFair(Town.idOf(full));
        seats.assertFair(Town.idOf(roomy));
        seats.assertFair(Town.idOf(crowded));
        assertThat(rowsOf("registration", member.toString())).isEmpty();
        try (var topic = new TopicReader(Topics.REGISTRATION)) {
            assertThat(topic.await(
                                    RegistrationConfirmed.class,
                                    e -> e.meetupId().equals(Town.idOf(full)) && e.promoted())
                            .memberId())
                    .isEqualTo(Person.CHEN.id());
        }
        Awaitility.await().untilAsserted(() -> assertThat(registrations)
                .allSatisfy(
                        id -> assertThat(last(Topics.REGISTRATION, "/" + id)).endsWith(": null")));
    }

    @Test
    void others_keep_what_they_have_to_the_letter() {
        UUID other = UUID.randomUUID();
        publisher.publish(Town.granted(community, other, CommunityRole.ORGANISER));
        String theirs = Town.meetup(community, 5);
        register(theirs, other, member);
        organiseEverything();
        Set<String> before = settled(other.toString());

        erase(PublicContent.REMOVE);
        awaitNoTrace(words());

        assertThat(settled(other.toString())).isEqualTo(before);
    }

    @Test
    void a_membership_that_was_told_before_the_erasure_and_comes_after_it_is_dropped() {
        erase(PublicContent.REMOVE);
        Instant before = Instant.now().minusSeconds(60);
        UUID id = membership.membershipId();
        publisher.publish(new MembershipGranted(id, 2, community, member, CommunityRole.OWNER, before));
        publisher.publish(new MembershipRevoked(id, 3, community, member, RevocationCause.ERASED, null, Instant.now()));

        as(member)
                .body(draft("Too late", 3, 5, true))
                .post(meetupsOf(community))
                .then()
                .statusCode(403);
        assertThat(rowsOf("membership", member.toString())).isEmpty();
    }

    @Test
    void a_member_sees_all_that_is_kept_and_nothing_of_others() {
        organiseEverything();
        String meetup = Town.meetup(community, 5);
        register(meetup, member, Person.CHEN.id());
        UUID export = UUID.randomUUID();

        publisher.publish(new ExportRequested(export, member, Instant.now()));

        try (var exports = new TopicReader(Topics.EXPORT)) {
            Awaitility.await().atMost(20, TimeUnit.SECONDS).untilAsserted(() -> assertThat(
                            exports.events(ExportGathered.class))
                    .filteredOn(piece -> piece.exportId().equals(export))
                    .extracting(ExportGathered::name)
                    .containsExactlyInAnyOrder("meetups", "registrations", "membership-copies"));
            String items = exports.events(ExportGathered.class).stream()
                    .filter(piece -> piece.exportId().equals(export))
                    .map(ExportGathered::items)
                    .collect(joining());
            assertThat(items)
                    .contains(words().toList())
                    .contains(Town.idOf(meetup).toString(), "CONFIRMED", "ORGANISER")
                    .doesNotContain(Person.CHEN.id().toString());
        }
    }

    private Map<String, String> organiseEverything() {
        Map<String, String> meetups = Map.of(
                "coming", organise("coming", true),
                "past", organise("past", true),
                "cancelled", organise("cancelled", true),
                "draft", organise("draft", false));
        seats.letEnd(Town.idOf(meetups.get("past")));
        as(member).delete(meetups.get("cancelled")).then().statusCode(204);
        return meetups;
    }

    private String organise(String what, boolean publish) {
        String[] words = wordsOf(what).toArray(String[]::new);
        return "/api/v1/events/"
                + as(member)
                        .header("Idempotency-Key", what + mark)
                        .body(draft(words[0], 7, 5, publish).replace("Bring a demo", words[1]))
                        .post(meetupsOf(community))
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
    }

    private Stream<String> words() {
        return Stream.of("coming", "past", "cancelled", "draft").flatMap(this::wordsOf);
    }

    private Stream<String> wordsOf(String what) {
        return Stream.of("title", "description").map(field -> "%s-%s-秘密-%s".formatted(what, field, mark));
    }

    private static void register(String meetup, UUID... members) {
        for (UUID next : members) {
            as(next).put(meetup + "/registrations/me").then().statusCode(200);
        }
    }

    private void erase(PublicContent choice) {
        UUID erasure = UUID.randomUUID();
        publisher.publish(new ErasureRequested(erasure, member, 5, choice, Instant.now()));
        try (var erasures = new TopicReader(Topics.ERASURE)) {
            assertThat(erasures.await(ErasureAcknowledged.class, e -> e.erasureId()
                                    .equals(erasure))
                            .service())
                    .isEqualTo("event-service");
        }
    }

    private void awaitNoTrace(Stream<String> values) {
        List<String> forgotten = values.toList();
        Awaitility.await("no trace").atMost(30, TimeUnit.SECONDS).untilAsserted(() -> assertThat(traces.now())
                .filteredOn(trace -> forgotten.stream().anyMatch(trace::contains))
                .isEmpty());
    }

    /** All there is, as soon as what is told has left the outbox. */
    private Set<String> settled(String value) {
        Awaitility.await("settled").atMost(30, TimeUnit.SECONDS).until(() -> traces.now().stream()
                .noneMatch(trace -> trace.startsWith("outbox")));
        return traces.of(value);
    }

    private Set<String> rowsOf(String table, String pathOrId) {
        Set<String> rows = traces.of(pathOrId.substring(pathOrId.lastIndexOf('/') + 1));
        rows.removeIf(trace -> !trace.startsWith(table + ":"));
        return rows;
    }

    private List<UUID> registrationsOf(UUID memberId) {
        return rowsOf("registration", memberId.toString()).stream()
                .map(row -> UUID.fromString(row.substring(row.indexOf('(') + 1, row.indexOf(','))))
                .toList();
    }

    private String last(String topic, String pathOrId) {
        String key = topic + pathOrId.substring(pathOrId.lastIndexOf('/')) + ":";
        return traces.of(key).stream().findFirst().orElse("");
    }
}
