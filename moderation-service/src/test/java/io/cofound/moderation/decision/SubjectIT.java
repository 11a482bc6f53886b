package io.cofound.moderation.decision;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.ProfileSubmitted;
import io.cofound.contracts.matching.OpportunityClosed;
import io.cofound.contracts.matching.OpportunitySubmitted;
import io.cofound.contracts.meetup.MeetupCancelled;
import io.cofound.contracts.meetup.MeetupSubmitted;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.moderation.Scene;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Profiles, meetups, needs and offers are judged as posts are. */
@QuarkusTest
@QuarkusTestResource(LanguageModelStandIn.class)
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class SubjectIT {

    @Inject
    DataSource database;

    private final Publisher publisher = new Publisher();
    private final TopicReader decided = new TopicReader(Topics.DECISION);

    @AfterEach
    void close() {
        publisher.close();
        decided.close();
    }

    @Test
    void a_good_profile_is_published_and_belongs_to_no_community() {
        ProfileSubmitted profile = profile("Mei", "Hardware founder, ex-robotics. I like products that are boring.");
        publisher.publish(profile);

        DecisionMade decision = decisionOn(profile.memberId());

        assertThat(decision.action()).isEqualTo(Action.PUBLISH);
        assertThat(decision.subjectKind()).isEqualTo(SubjectKind.PROFILE);
        assertThat(decision.subjectRevision()).isEqualTo(profile.revision());
        assertThat(decision.communityId()).isEqualTo(DecisionMade.NO_COMMUNITY);
        assertThat(decision.authorId()).isEqualTo(profile.memberId());
    }

    @Test
    void a_profile_that_advertises_is_rejected() {
        ProfileSubmitted profile = profile("发票", Scene.SPAM);
        publisher.publish(profile);

        assertThat(decisionOn(profile.memberId()).action()).isEqualTo(Action.REJECT);
    }

    @Test
    void a_meetup_is_judged_for_its_community() {
        MeetupSubmitted good = meetup("Queues instead of cron", Scene.GOOD);
        MeetupSubmitted bad = meetup("标题", Scene.SPAM);
        publisher.publish(good);
        publisher.publish(bad);

        DecisionMade decision = decisionOn(good.meetupId());

        assertThat(decision.action()).isEqualTo(Action.PUBLISH);
        assertThat(decision.subjectKind()).isEqualTo(SubjectKind.MEETUP);
        assertThat(decision.communityId()).isEqualTo(good.communityId());
        assertThat(decision.authorId()).isEqualTo(good.organiserId());
        assertThat(decisionOn(bad.meetupId()).action()).isEqualTo(Action.REJECT);
    }

    @Test
    void a_need_or_an_offer_is_judged_for_no_community() {
        OpportunitySubmitted good = opportunity("Billing engineer", Scene.GOOD);
        OpportunitySubmitted bad = opportunity("标题", Scene.SPAM);
        publisher.publish(good);
        publisher.publish(bad);

        DecisionMade decision = decisionOn(good.opportunityId());

        assertThat(decision.action()).isEqualTo(Action.PUBLISH);
        assertThat(decision.subjectKind()).isEqualTo(SubjectKind.OPPORTUNITY);
        assertThat(decision.communityId()).isEqualTo(DecisionMade.NO_COMMUNITY);
        assertThat(decisionOn(bad.opportunityId()).action()).isEqualTo(Action.REJECT);
    }

    @Test
    void the_text_of_what_was_cancelled_or_closed_is_not_kept_and_nobody_is_to_look_at_it() {
        MeetupSubmitted meetup = meetup("Launch", Scene.DOUBTFUL);
        OpportunitySubmitted opportunity = opportunity("Launch", Scene.DOUBTFUL);
        publisher.publish(meetup);
        publisher.publish(opportunity);
        assertThat(decisionOn(meetup.meetupId()).action()).isEqualTo(Action.HOLD);
        assertThat(decisionOn(opportunity.opportunityId()).action()).isEqualTo(Action.HOLD);
        for (UUID id : List.of(meetup.meetupId(), opportunity.opportunityId())) {
            assertThat(count("moderation_case where stage = 'OPEN' and subject_id = '%s'".formatted(id)))
                    .isEqualTo(1);
        }

        publisher.publish(new MeetupCancelled(meetup.meetupId(), 2, meetup.communityId(), Instant.now()));
        publisher.publish(new OpportunityClosed(opportunity.opportunityId(), 2, opportunity.memberId(), Instant.now()));

        for (UUID id : List.of(meetup.meetupId(), opportunity.opportunityId())) {
            Awaitility.await()
                    .until(() -> count("moderation_case where stage = 'WITHDRAWN' and subject_id = '%s'".formatted(id))
                            == 1);
            assertThat(count("decision where text is not null and subject_id = '%s'".formatted(id)))
                    .isZero();
        }
    }

    private DecisionMade decisionOn(UUID subjectId) {
        return decided.await(DecisionMade.class, made -> made.subjectId().equals(subjectId));
    }

    private long count(String from) {
        try {
            return new Tables(database).count(from);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static ProfileSubmitted profile(String name, String about) {
        return new ProfileSubmitted(
                UuidCreator.getTimeOrderedEpoch(),
                UUID.randomUUID(),
                2,
                name,
                null,
                about,
                List.of("https://example.org/me"),
                "en",
                Instant.now());
    }

    private static MeetupSubmitted meetup(String title, String description) {
        return new MeetupSubmitted(
                UuidCreator.getTimeOrderedEpoch(),
                UuidCreator.getTimeOrderedEpoch(),
                1,
                UuidCreator.getTimeOrderedEpoch(),
                Person.ADA.id(),
                title,
                description,
                "en",
                Instant.now());
    }

    private static OpportunitySubmitted opportunity(String title, String text) {
        return new OpportunitySubmitted(
                UuidCreator.getTimeOrderedEpoch(),
                UuidCreator.getTimeOrderedEpoch(),
                1,
                UUID.randomUUID(),
                title,
                text,
                "en",
                Instant.now());
    }
}
