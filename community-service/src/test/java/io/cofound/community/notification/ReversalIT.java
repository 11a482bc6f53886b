package io.cofound.community.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.CommentRejected;
import io.cofound.contracts.content.PostHeld;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRejected;
import io.cofound.contracts.content.PostType;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.AppealDecided;
import io.cofound.contracts.moderation.AppealOutcome;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Rung;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Publisher;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who hears that a refusal is taken back, with and without an appeal. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class ReversalIT {

    private static final UUID COMMUNITY = UUID.randomUUID();

    private final UUID author = UUID.randomUUID();
    private final UUID decision = UUID.randomUUID();
    private final UUID subject = UUID.randomUUID();
    private final UUID submission = UUID.randomUUID();
    private final Instant now = Instant.now();

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
    void who_heard_of_a_refusal_hears_that_it_is_taken_back_and_of_every_other_turn_once() {
        publisher.publish(decided(SubjectKind.MEETUP, 1, Action.REJECT));
        publisher.publish(decided(SubjectKind.MEETUP, 2, Action.PUBLISH));
        publisher.publish(decided(SubjectKind.MEETUP, 3, Action.PUBLISH));
        publisher.publish(decided(SubjectKind.MEETUP, 4, Action.REJECT));
        publisher.publish(decided(SubjectKind.MEETUP, 5, Action.PUBLISH));

        awaitKinds("MEETUP_PUBLISHED", "MEETUP_REJECTED", "MEETUP_PUBLISHED", "MEETUP_REJECTED");
    }

    @Test
    void a_post_that_was_published_and_refused_is_told_again_once_others_see_it_again() {
        publisher.publish(published());
        awaitKinds("POST_PUBLISHED");
        publisher.publish(new PostRejected(submission, subject, 1, COMMUNITY, author, decision, now));
        awaitKinds("POST_REJECTED", "POST_PUBLISHED");

        publisher.publish(decided(SubjectKind.POST, 3, Action.PUBLISH));
        publisher.publish(published());

        awaitKinds("POST_PUBLISHED", "POST_REJECTED", "POST_PUBLISHED");
    }

    @Test
    void a_held_post_that_others_see_at_last_is_told_once() {
        publisher.publish(new PostHeld(submission, subject, 1, COMMUNITY, author, decision, now));
        awaitKinds("POST_HELD");

        publisher.publish(published());
        awaitKinds("POST_PUBLISHED", "POST_HELD");
        publisher.publish(decided(SubjectKind.POST, 2, Action.PUBLISH));
        publisher.publish(decided(SubjectKind.COMMENT, 3, Action.PUBLISH));

        awaitKinds("COMMENT_PUBLISHED", "POST_PUBLISHED", "POST_HELD");
    }

    @Test
    void a_restored_post_is_told_though_its_publication_is_long_forgotten() {
        publisher.publish(new PostRejected(submission, subject, 1, COMMUNITY, author, decision, now));
        awaitKinds("POST_REJECTED");

        publisher.publish(decided(SubjectKind.POST, 3, Action.PUBLISH));
        awaitKinds("POST_PUBLISHED", "POST_REJECTED");
        publisher.publish(published());
        publisher.publish(decided(SubjectKind.COMMENT, 4, Action.PUBLISH));

        awaitKinds("COMMENT_PUBLISHED", "POST_PUBLISHED", "POST_REJECTED");
    }

    @Test
    void the_author_of_a_refused_comment_hears_that_others_see_it() {
        publisher.publish(
                new CommentRejected(submission, subject, 1, UUID.randomUUID(), COMMUNITY, author, decision, now));
        awaitKinds("COMMENT_REJECTED");

        publisher.publish(decided(SubjectKind.COMMENT, 2, Action.PUBLISH));

        awaitKinds("COMMENT_PUBLISHED", "COMMENT_REJECTED");
    }

    @Test
    void what_an_appeal_overturned_is_told_as_the_end_of_the_appeal_alone_whichever_comes_first() {
        publisher.publish(decided(SubjectKind.MEETUP, 1, Action.REJECT));
        publisher.publish(decided(SubjectKind.MEETUP, 2, Action.PUBLISH));
        awaitKinds("MEETUP_PUBLISHED", "MEETUP_REJECTED");

        publisher.publish(overturned(2));
        awaitKinds("APPEAL_OVERTURNED", "MEETUP_REJECTED");

        publisher.publish(decided(SubjectKind.MEETUP, 3, Action.REJECT));
        awaitKinds("MEETUP_REJECTED", "APPEAL_OVERTURNED", "MEETUP_REJECTED");
        publisher.publish(overturned(4));
        awaitKinds("APPEAL_OVERTURNED", "MEETUP_REJECTED", "APPEAL_OVERTURNED", "MEETUP_REJECTED");
        publisher.publish(decided(SubjectKind.MEETUP, 4, Action.PUBLISH));
        publisher.publish(decided(SubjectKind.MEETUP, 5, Action.HOLD));

        awaitKinds("MEETUP_HELD", "APPEAL_OVERTURNED", "MEETUP_REJECTED", "APPEAL_OVERTURNED", "MEETUP_REJECTED");
    }

    private AppealDecided overturned(long ruling) {
        return new AppealDecided(
                UUID.randomUUID(),
                decision,
                ruling,
                SubjectKind.MEETUP,
                subject,
                COMMUNITY,
                author,
                AppealOutcome.OVERTURNED,
                now);
    }

    /** All under one key, and so told one after another. */
    private DecisionMade decided(SubjectKind kind, long ruling, Action action) {
        return new DecisionMade(
                decision,
                kind,
                subject,
                1,
                ruling,
                COMMUNITY,
                author,
                action == Action.PUBLISH ? Label.OK : Label.SPAM,
                action,
                Rung.HUMAN,
                Map.of(Label.OK, 0.1, Label.SPAM, 0.7, Label.SCAM, 0.1, Label.ABUSE, 0.1),
                List.of(),
                "people",
                now,
                null);
    }

    private PostPublished published() {
        return new PostPublished(
                subject,
                1,
                COMMUNITY,
                author,
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
                now);
    }

    private void awaitKinds(String... newestFirst) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(new Api(author).notifications().<String>getList("items.kind"))
                        .containsExactly(newestFirst));
    }
}
