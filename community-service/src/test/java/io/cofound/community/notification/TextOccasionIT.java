package io.cofound.community.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cofound.contracts.moderation.Action;
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

/** Who hears that a profile, a meetup, a need or an offer is held or refused. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class TextOccasionIT {

    private static final UUID COMMUNITY = UUID.randomUUID();

    private final UUID author = UUID.randomUUID();
    private final UUID decision = UUID.randomUUID();
    private final UUID subject = UUID.randomUUID();

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
    void an_author_hears_that_a_profile_waits_and_then_that_it_is_refused() {
        publisher.publish(decided(SubjectKind.PROFILE, 1, DecisionMade.NO_COMMUNITY, Action.HOLD));
        publisher.publish(decided(SubjectKind.PROFILE, 2, DecisionMade.NO_COMMUNITY, Action.REJECT));

        awaitKinds("PROFILE_REJECTED", "PROFILE_HELD");
        Map<String, Object> newest = new Api(author).notifications().getMap("items[0]");
        assertThat(newest).containsEntry("subjectId", subject.toString());
        assertThat(newest.get("communityId")).isNull();
    }

    @Test
    void an_organiser_hears_in_which_community_a_meetup_waits() {
        publisher.publish(decided(SubjectKind.MEETUP, 1, COMMUNITY, Action.HOLD));

        awaitKinds("MEETUP_HELD");
        assertThat(new Api(author).notifications().getString("items[0].communityId"))
                .isEqualTo(COMMUNITY.toString());
    }

    @Test
    void a_refusal_that_another_ruling_confirms_is_told_once() {
        publisher.publish(decided(SubjectKind.OPPORTUNITY, 1, DecisionMade.NO_COMMUNITY, Action.REJECT));
        publisher.publish(decided(SubjectKind.OPPORTUNITY, 2, DecisionMade.NO_COMMUNITY, Action.REJECT));
        publisher.publish(decided(SubjectKind.OPPORTUNITY, 3, DecisionMade.NO_COMMUNITY, Action.HOLD));

        awaitKinds("OPPORTUNITY_HELD", "OPPORTUNITY_REJECTED");
    }

    @Test
    void who_heard_that_an_offer_waits_hears_that_it_is_visible() {
        publisher.publish(decided(SubjectKind.OPPORTUNITY, 1, DecisionMade.NO_COMMUNITY, Action.HOLD));
        publisher.publish(decided(SubjectKind.OPPORTUNITY, 2, DecisionMade.NO_COMMUNITY, Action.PUBLISH));

        awaitKinds("OPPORTUNITY_PUBLISHED", "OPPORTUNITY_HELD");
    }

    @Test
    void nobody_hears_of_what_was_replaced_before_it_was_decided() {
        publisher.publish(decided(SubjectKind.PROFILE, 1, DecisionMade.NO_COMMUNITY, Action.HOLD, 2L));
        publisher.publish(decided(SubjectKind.PROFILE, 1, DecisionMade.NO_COMMUNITY, Action.REJECT, null));

        awaitKinds("PROFILE_REJECTED");
    }

    @Test
    void of_posts_and_of_what_is_fit_nothing_is_told_here() {
        publisher.publish(decided(SubjectKind.POST, 1, COMMUNITY, Action.REJECT));
        publisher.publish(decided(SubjectKind.MEETUP, 2, COMMUNITY, Action.PUBLISH));
        publisher.publish(decided(SubjectKind.MEETUP, 3, COMMUNITY, Action.REJECT));

        awaitKinds("MEETUP_REJECTED");
    }

    /** All under one key, and so told one after another. */
    private DecisionMade decided(SubjectKind kind, long ruling, UUID community, Action action) {
        return decided(kind, ruling, community, action, null);
    }

    private DecisionMade decided(SubjectKind kind, long ruling, UUID community, Action action, Long replacedBy) {
        return new DecisionMade(
                decision,
                kind,
                subject,
                1,
                ruling,
                community,
                author,
                action == Action.PUBLISH ? Label.OK : Label.SPAM,
                action,
                Rung.MODEL,
                Map.of(Label.OK, 0.1, Label.SPAM, 0.7, Label.SCAM, 0.1, Label.ABUSE, 0.1),
                List.of(),
                "local-test",
                Instant.now(),
                replacedBy);
    }

    private void awaitKinds(String... newestFirst) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(new Api(author).notifications().<String>getList("items.kind"))
                        .containsExactly(newestFirst));
    }
}
