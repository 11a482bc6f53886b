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
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.moderation.Action;
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

/** What is left of what a member announced who is forgotten, and of what others did. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "event"))
class ErasureIT {

    @Inject
    EventTraces traces;

    @Inject
    SeatTable seats;

    private final Publisher publisher = new Publisher();
    private final UUID member = UUID.randomUUID();
    private final String mark = member.toString().substring(24);
    private UUID community;

    @BeforeEach
    void organise() {
        community = Town.community(Visibility.PUBLIC);
        publisher.publish(Town.granted(community, member, CommunityRole.ORGANISER));
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void with_their_content_no_word_of_an_organiser_is_left_and_what_is_to_come_is_cancelled() {
        Map<String, String> meetups = organiseEverything();
        as(Person.CHEN).put(meetups.get("coming") + "/registrations/me").then().statusCode(200);
        Set<String> registrations = traces.rowsOf("registration", meetups.get("coming"));
        List<String> planted = traces.now();
        assertThat(traces.rowsOf("meetup", meetups.get("coming"))).anyMatch(row -> row.contains(Town.QUOTED));
        assertThat(words()).allMatch(word -> planted.stream().anyMatch(trace -> trace.contains(word)));

        Town.erase(member, PublicContent.REMOVE, Instant.now());

        awaitNoTrace(words());
        assertThat(traces.rowsOf("meetup", meetups.get("coming")))
                .hasSize(1)
                .noneMatch(row -> row.contains(Town.QUOTED));
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
        assertThat(traces.rowsOf("registration", meetups.get("coming"))).isEqualTo(registrations);
        assertThat(traces.last(Topics.MEETUP, meetups.get("coming"))).contains("cancelledAt");
        assertThat(traces.last(Topics.MEETUP, meetups.get("past"))).contains("\"title\":\"\"");
        assertThat(traces.last(Topics.PUBLIC_MEETUPS, meetups.get("coming"))).endsWith(": null");
        assertThat(traces.last(Topics.PUBLIC_MEETUPS, meetups.get("past"))).endsWith(": null");
    }

    @Test
    void partners_never_learn_again_of_a_meetup_without_a_text() {
        String past = organise("past", true);
        seats.letEnd(Town.idOf(past));
        Town.erase(member, PublicContent.REMOVE, Instant.now());

        Town.show(community, 2, Visibility.LISTED);
        Town.show(community, 3, Visibility.PUBLIC);

        Awaitility.await().untilAsserted(() -> assertThat(traces.last(Topics.MEETUP, past))
                .contains("\"revision\":4"));
        assertThat(traces.last(Topics.PUBLIC_MEETUPS, past)).endsWith(": null");
    }

    @Test
    void what_an_organiser_lets_stay_stays_as_it_is_but_for_what_was_never_published() {
        Map<String, String> meetups = organiseEverything();

        Town.erase(member, PublicContent.KEEP, Instant.now());

        awaitNoTrace(Stream.of("draft", "waiting", "refused").flatMap(this::wordsOf));
        anonymous()
                .get(meetups.get("coming"))
                .then()
                .body("state", equalTo("PUBLISHED"))
                .body("title", containsString(mark))
                .body("revision", equalTo(1));
        anonymous().get(meetups.get("past")).then().body("title", containsString(mark));
    }

    @Test
    void of_what_an_organiser_lets_stay_the_text_goes_that_others_never_saw() {
        String meetup = organise("coming", true);
        as(member)
                .header("If-Match", "\"1\"")
                .body("{\"title\": \"%s\"}"
                        .formatted(wordsOf("edited").findFirst().orElseThrow()))
                .patch(meetup)
                .then()
                .statusCode(200);
        assertThat(traces.of(wordsOf("edited").findFirst().orElseThrow())).isNotEmpty();

        Town.erase(member, PublicContent.KEEP, Instant.now());

        awaitNoTrace(wordsOf("edited"));
        anonymous().get(meetup).then().body("title", containsString("coming"));
        as(Person.ADA)
                .get(meetup)
                .then()
                .body("title", containsString("coming"))
                .body("moderation.state", equalTo("PUBLISHED"));
    }

    @Test
    void what_was_withheld_from_others_does_not_stay_though_all_else_may() {
        String meetup = organise("coming", true);
        Town.judge(Town.submitted(meetup), Action.REJECT, 2);
        Town.awaitModeration(meetup, "REJECTED");

        Town.erase(member, PublicContent.KEEP, Instant.now());

        awaitNoTrace(wordsOf("coming"));
        as(Person.ADA).get(meetup).then().body("state", equalTo("CANCELLED"));
    }

    @Test
    void what_an_organiser_announced_who_came_back_stays_when_the_erasure_runs_again() {
        String meetup = organise("coming", true);

        Town.erase(member, PublicContent.REMOVE, Instant.now().minusSeconds(60));

        anonymous().get(meetup).then().body("title", containsString(mark)).body("state", equalTo("PUBLISHED"));
        as(member).get(meetup + "/registrations").then().statusCode(200);
    }

    @Test
    void others_keep_what_they_have_to_the_letter() {
        UUID other = UUID.randomUUID();
        publisher.publish(Town.granted(community, other, CommunityRole.ORGANISER));
        String theirs = Town.meetup(community, 5);
        List.of(other, member).forEach(guest -> register(theirs, guest));
        organiseEverything();
        Set<String> before = settled(other.toString());

        Town.erase(member, PublicContent.REMOVE, Instant.now());
        awaitNoTrace(words());

        assertThat(settled(other.toString())).isEqualTo(before);
    }

    @Test
    void a_member_sees_all_that_is_kept_and_nothing_of_others() {
        organiseEverything();
        String meetup = Town.meetup(community, 5);
        List.of(member, Person.CHEN.id()).forEach(guest -> register(meetup, guest));
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
                "draft", organise("draft", false),
                "waiting", submit("waiting", true),
                "refused", submit("refused", true));
        Town.judge(Town.submitted(meetups.get("refused")), Action.REJECT, 1);
        Town.awaitModeration(meetups.get("refused"), "REJECTED");
        seats.letEnd(Town.idOf(meetups.get("past")));
        as(member).delete(meetups.get("cancelled")).then().statusCode(204);
        return meetups;
    }

    private String organise(String what, boolean publish) {
        String meetup = submit(what, publish);
        if (publish) {
            Town.accept(meetup);
        }
        return meetup;
    }

    private String submit(String what, boolean publish) {
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
        return Stream.of("coming", "past", "cancelled", "draft", "waiting", "refused")
                .flatMap(this::wordsOf);
    }

    private Stream<String> wordsOf(String what) {
        return Stream.of("title", "description").map(field -> "%s-%s-秘密-%s".formatted(what, field, mark));
    }

    private static void register(String meetup, UUID guest) {
        as(guest).put(meetup + "/registrations/me").then().statusCode(200);
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
}
