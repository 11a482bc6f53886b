package io.cofound.community.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.PostHeld;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRejected;
import io.cofound.contracts.content.PostType;
import io.cofound.contracts.meetup.MeetupCancelled;
import io.cofound.contracts.meetup.RegistrationCancelled;
import io.cofound.contracts.meetup.RegistrationConfirmed;
import io.cofound.contracts.meetup.RegistrationWaitlisted;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.ExportGathered;
import io.cofound.contracts.privacy.ExportRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Publisher;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What happened in other services and is told to whom it concerns. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class OccasionIT {

    private static final UUID COMMUNITY = UUID.randomUUID();

    private final UUID member = UUID.randomUUID();
    private final UUID meetup = UUID.randomUUID();
    private final UUID post = UUID.randomUUID();

    private Publisher publisher;

    @BeforeEach
    void open() {
        publisher = new Publisher();
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void an_author_hears_how_the_post_is_judged_and_of_its_publication_once() {
        publisher.publish(
                new PostHeld(UUID.randomUUID(), post, 1, COMMUNITY, member, UUID.randomUUID(), Instant.now()));
        awaitKinds(member, "POST_HELD");
        publisher.publish(
                new PostRejected(UUID.randomUUID(), post, 1, COMMUNITY, member, UUID.randomUUID(), Instant.now()));
        awaitKinds(member, "POST_REJECTED", "POST_HELD");
        Instant publishedAt = Instant.now();
        publisher.publish(published(post, 2, publishedAt));
        publisher.publish(published(post, 2, publishedAt));
        publisher.publish(published(post, 3, publishedAt));
        publisher.publish(seat(member, 1, true));

        awaitKinds(member, "SEAT_CONFIRMED", "POST_PUBLISHED", "POST_REJECTED", "POST_HELD");
    }

    @Test
    void what_is_no_news_any_more_is_told_to_nobody() {
        publisher.publish(published(post, 1, Instant.now().minus(Duration.ofDays(8))));
        publisher.publish(published(UUID.randomUUID(), 1, Instant.now()));

        awaitKinds(member, "POST_PUBLISHED");
        assertThat(new Api(member).notifications().getString("items[0].subjectId"))
                .isNotEqualTo(post.toString());
    }

    @Test
    void who_took_a_seat_is_not_told_of_the_own_act() {
        publisher.publish(seat(member, 1, false));
        publisher.publish(published(post, 1, Instant.now()));

        awaitKinds(member, "POST_PUBLISHED");
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(kinds(member)).hasSize(1));
    }

    @Test
    void everybody_who_still_is_registered_hears_that_the_meetup_is_cancelled() {
        UUID waiting = UUID.randomUUID();
        UUID gone = UUID.randomUUID();
        UUID goneRegistration = UUID.randomUUID();
        publisher.publish(seat(member, 1, true));
        publisher.publish(
                new RegistrationWaitlisted(UUID.randomUUID(), 1, meetup, COMMUNITY, waiting, 1, Instant.now()));
        publisher.publish(new RegistrationConfirmed(goneRegistration, 1, meetup, COMMUNITY, gone, true, Instant.now()));
        publisher.publish(new RegistrationCancelled(goneRegistration, 2, meetup, COMMUNITY, gone, Instant.now()));
        awaitKinds(member, "SEAT_CONFIRMED");
        awaitKinds(gone, "SEAT_CONFIRMED");

        publisher.publish(new MeetupCancelled(meetup, 2, COMMUNITY, Instant.now()));

        awaitKinds(member, "MEETUP_CANCELLED", "SEAT_CONFIRMED");
        awaitKinds(waiting, "MEETUP_CANCELLED");
    }

    @Test
    void a_registration_that_is_heard_of_after_the_cancellation_is_told_too() {
        publisher.publish(new MeetupCancelled(meetup, 2, COMMUNITY, Instant.now()));
        publisher.publish(published(post, 1, Instant.now()));
        awaitKinds(member, "POST_PUBLISHED");

        publisher.publish(seat(member, 1, false));

        awaitKinds(member, "MEETUP_CANCELLED", "POST_PUBLISHED");
    }

    @Test
    void the_export_holds_what_was_told_and_the_erasure_leaves_others_theirs() {
        UUID other = UUID.randomUUID();
        publisher.publish(seat(member, 1, true));
        publisher.publish(seat(other, 1, true));
        awaitKinds(member, "SEAT_CONFIRMED");
        awaitKinds(other, "SEAT_CONFIRMED");

        UUID export = UUID.randomUUID();
        publisher.publish(new ExportRequested(export, member, Instant.now()));
        try (var pieces = new TopicReader(Topics.EXPORT)) {
            for (String name : List.of("notifications", "notification-preferences", "digests", "registered-meetups")) {
                String items = pieces.await(
                                ExportGathered.class,
                                e -> e.exportId().equals(export) && e.name().equals(name))
                        .items();
                assertThat(items).doesNotContain(other.toString());
                if (name.equals("notifications") || name.equals("registered-meetups")) {
                    assertThat(items).contains(meetup.toString());
                }
            }
        }

        publisher.publish(new ErasureRequested(UUID.randomUUID(), member, 2, PublicContent.KEEP, Instant.now()));

        awaitKinds(member);
        publisher.publish(new MeetupCancelled(meetup, 2, COMMUNITY, Instant.now()));
        awaitKinds(other, "MEETUP_CANCELLED", "SEAT_CONFIRMED");
        assertThat(kinds(member)).isEmpty();
    }

    private Event published(UUID of, long revision, Instant at) {
        return new PostPublished(
                of,
                revision,
                COMMUNITY,
                member,
                PostType.QUESTION,
                "Title",
                "Body",
                null,
                null,
                null,
                List.of(),
                "en",
                "Somebody",
                Visibility.PUBLIC,
                at);
    }

    private Event seat(UUID of, long revision, boolean promoted) {
        return new RegistrationConfirmed(UUID.randomUUID(), revision, meetup, COMMUNITY, of, promoted, Instant.now());
    }

    private static void awaitKinds(UUID of, String... latestFirst) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(kinds(of)).containsExactly(latestFirst));
    }

    private static List<String> kinds(UUID of) {
        return new Api(of).notifications().getList("items.kind");
    }
}
