package io.cofound.event;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.contracts.Topics;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.meetup.MeetupCancelled;
import io.cofound.contracts.meetup.MeetupPublished;
import io.cofound.contracts.meetup.MeetupSubmitted;
import io.cofound.contracts.meetup.MeetupWithheld;
import io.cofound.contracts.moderation.Action;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cofound.event.Town.anonymous;
import static io.cofound.event.Town.as;
import static io.cofound.event.Town.awaitModeration;
import static io.cofound.event.Town.awaitTombstone;
import static io.cofound.event.Town.draft;
import static io.cofound.event.Town.heardByPartners;
import static io.cofound.event.Town.judge;
import static io.cofound.event.Town.meetupsOf;
import static io.cofound.event.Town.submitted;
import static io.cofound.event.Town.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** What others see of a meetup, by what was decided about its texts. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "event"))
class MeetupModerationIT {

    private static final String TITLE = "Agents that pay invoices";

    @Inject
    DataSource database;

    private UUID community;

    @BeforeEach
    void found() {
        community = Town.community(Visibility.PUBLIC);
    }

    @Test
    void until_it_is_judged_only_those_who_may_organise_see_it_and_nobody_registers() {
        String meetup = unjudged();

        as(Person.BO).get(meetup).then().body("title", equalTo(TITLE)).body("moderation.state", equalTo("PENDING"));
        as(Person.CHEN).get(meetup).then().statusCode(404);
        as(Person.CHEN).get(meetupsOf(community)).then().body("items", empty());
        as(Person.CHEN)
                .put(meetup + "/registrations/me")
                .then()
                .statusCode(409)
                .body("type", endsWith(":meetup-pending"));

        judge(submitted(meetup), Action.PUBLISH, 1);
        awaitModeration(meetup, "PUBLISHED");

        as(Person.CHEN).get(meetup).then().body("title", equalTo(TITLE)).body("moderation", nullValue());
        as(Person.CHEN).put(meetup + "/registrations/me").then().body("state", equalTo("CONFIRMED"));
        awaitTombstone(Topics.MEETUP, submitted(meetup).submissionId());
    }

    @Test
    void who_registers_at_once_is_answered_when_the_judgement_comes() {
        String meetup = unjudged();
        MeetupSubmitted texts = submitted(meetup);

        var answers = AtOnce.<Object>all(List.of(
                () -> as(Person.CHEN).put(meetup + "/registrations/me").path("state"),
                () -> judge(texts, Action.PUBLISH, 1).action()));

        assertThat(answers).containsExactly("CONFIRMED", Action.PUBLISH);
    }

    @Test
    void what_is_held_or_rejected_nobody_hears_of_and_its_organisers_learn_why() {
        for (Action refusal : new Action[] {Action.HOLD, Action.REJECT}) {
            String meetup = unjudged();
            judge(submitted(meetup), refusal, 1);
            awaitModeration(meetup, refusal == Action.HOLD ? "HELD" : "REJECTED");

            as(Person.ADA)
                    .get(meetup)
                    .then()
                    .body("moderation.decision.reasons[0].clause", equalTo("no-unsolicited-advertising"))
                    .body("moderation.shown", equalTo(false));
            anonymous().get(meetup).then().statusCode(404);
            anonymous().get(meetupsOf(community)).then().body("items.id", not(hasItem(Town.idOf(meetup))));
            as(Person.CHEN).put(meetup + "/registrations/me").then().statusCode(404);
            awaitTombstone(Topics.MEETUP, submitted(meetup).submissionId());
            assertThat(told(meetup)).isZero();
            assertThat(heardByPartners(meetup)).isFalse();
        }
    }

    @Test
    void an_edit_is_judged_while_others_see_the_text_before_and_a_refused_one_never_shows() {
        String meetup = Town.meetup(community, draft(TITLE, 7, 5, true));
        edit(meetup, 1, "{\"title\": \"Buy followers\"}");

        anonymous().get(meetup).then().body("title", equalTo(TITLE));
        as(Person.ADA)
                .get(meetup)
                .then()
                .body("title", equalTo("Buy followers"))
                .body("moderation.shown", equalTo(true));

        judge(submitted(meetup), Action.REJECT, 1);
        awaitModeration(meetup, "REJECTED");

        anonymous().get(meetup).then().statusCode(200).body("title", equalTo(TITLE));
        as(Person.CHEN).put(meetup + "/registrations/me").then().statusCode(200);
        try (var meetups = new TopicReader(Topics.MEETUP);
                var partners = new TopicReader(Topics.PUBLIC_MEETUPS)) {
            assertThat(meetups.events(MeetupPublished.class))
                    .noneMatch(e -> e.title().equals("Buy followers"));
            assertThat(partners.records())
                    .noneMatch(record -> record.value() != null
                            && new String(record.value(), StandardCharsets.UTF_8).contains("Buy followers"));
        }
    }

    @Test
    void capacity_and_time_need_no_judgement() {
        String meetup = Town.meetup(community, draft(TITLE, 7, 5, true));

        edit(meetup, 1, "{\"capacity\": 9, \"timeZone\": \"Europe/Berlin\"}");

        as(Person.ADA).get(meetup).then().body("moderation.state", equalTo("PUBLISHED"));
        anonymous().get(meetup).then().body("capacity", equalTo(9)).body("timeZone", equalTo("Europe/Berlin"));
    }

    @Test
    void what_is_decided_late_about_a_text_that_was_replaced_changes_nothing() {
        String meetup = unjudged();
        MeetupSubmitted first = submitted(meetup);
        edit(meetup, 1, "{\"title\": \"Second thoughts\"}");
        MeetupSubmitted second = submitted(meetup);
        assertThat(second.revision()).isEqualTo(2);
        awaitTombstone(Topics.MEETUP, first.submissionId());

        judge(first, Action.PUBLISH, 1);
        judge(second, Action.HOLD, 1);
        awaitModeration(meetup, "HELD");

        anonymous().get(meetup).then().statusCode(404);
        as(Person.ADA).get(meetup).then().body("title", equalTo("Second thoughts"));
    }

    @Test
    void a_later_ruling_counts_and_an_earlier_one_that_comes_again_does_not() {
        String meetup = unjudged();
        MeetupSubmitted texts = submitted(meetup);

        judge(texts, Action.REJECT, 1);
        awaitModeration(meetup, "REJECTED");
        judge(texts, Action.PUBLISH, 2);
        awaitModeration(meetup, "PUBLISHED");
        judge(texts, Action.REJECT, 1);
        other();

        anonymous().get(meetup).then().statusCode(200).body("title", equalTo(TITLE));
    }

    @Test
    void what_was_shown_and_is_refused_is_withdrawn_everywhere_and_a_reversal_restores_it() {
        String meetup = Town.meetup(community, draft(TITLE, 7, 5, true));
        MeetupSubmitted texts = submitted(meetup);
        as(Person.CHEN).put(meetup + "/registrations/me").then().statusCode(200);

        judge(texts, Action.REJECT, 2);
        awaitModeration(meetup, "REJECTED");

        anonymous().get(meetup).then().statusCode(404);
        awaitTombstone(Topics.PUBLIC_MEETUPS, texts.meetupId());
        MeetupWithheld withheld;
        try (var meetups = new TopicReader(Topics.MEETUP)) {
            withheld = meetups.await(MeetupWithheld.class, e -> e.meetupId().equals(texts.meetupId()));
        }
        as(Person.MEI)
                .put(meetup + "/registrations/me")
                .then()
                .statusCode(409)
                .body("type", endsWith(":meetup-withheld"));
        as(Person.CHEN).delete(meetup + "/registrations/me").then().statusCode(204);

        judge(texts, Action.PUBLISH, 3);
        awaitModeration(meetup, "PUBLISHED");

        anonymous()
                .get(meetup)
                .then()
                .statusCode(200)
                .body("title", equalTo(TITLE))
                .body("revision", equalTo(1));
        try (var meetups = new TopicReader(Topics.MEETUP)) {
            meetups.await(
                    MeetupPublished.class,
                    e -> e.meetupId().equals(texts.meetupId()) && e.revision() > withheld.revision());
        }
    }

    @Test
    void what_was_shown_is_withdrawn_though_a_newer_text_waits() {
        String meetup = Town.meetup(community, draft(TITLE, 7, 5, true));
        MeetupSubmitted shown = submitted(meetup);
        edit(meetup, 1, "{\"title\": \"Second thoughts\"}");

        judge(shown, Action.REJECT, 2);

        Awaitility.await().until(() -> anonymous().get(meetup).statusCode() == 404);
        as(Person.ADA).get(meetup).then().body("moderation.state", equalTo("PENDING"));
        Town.accept(meetup);
        anonymous().get(meetup).then().body("title", equalTo("Second thoughts"));
    }

    @Test
    void what_was_shown_and_is_refused_comes_back_once_that_is_taken_back_though_an_edit_is_held() {
        String meetup = Town.meetup(community, draft(TITLE, 7, 5, true));
        MeetupSubmitted shown = submitted(meetup);
        edit(meetup, 1, "{\"title\": \"Second thoughts\"}");
        judge(submitted(meetup), Action.HOLD, 1);
        awaitModeration(meetup, "HELD");

        judge(shown, Action.REJECT, 2);
        Awaitility.await().until(() -> anonymous().get(meetup).statusCode() == 404);
        judge(shown, Action.PUBLISH, 3);

        Awaitility.await().until(() -> anonymous().get(meetup).statusCode() == 200);
        anonymous().get(meetup).then().body("title", equalTo(TITLE));
        as(Person.ADA)
                .get(meetup)
                .then()
                .body("title", equalTo("Second thoughts"))
                .body("moderation.state", equalTo("HELD"))
                .body("moderation.shown", equalTo(true));
    }

    @Test
    void a_meetup_that_is_cancelled_before_it_is_judged_is_told_to_those_who_judge_and_is_never_seen() {
        String meetup = unjudged();
        MeetupSubmitted texts = submitted(meetup);

        as(Person.ADA).delete(meetup).then().statusCode(204);

        try (var meetups = new TopicReader(Topics.MEETUP)) {
            meetups.await(MeetupCancelled.class, e -> e.meetupId().equals(texts.meetupId()));
        }
        awaitTombstone(Topics.MEETUP, texts.submissionId());
        judge(texts, Action.PUBLISH, 1);
        other();
        anonymous().get(meetup).then().statusCode(404);
        assertThat(heardByPartners(meetup)).isFalse();
    }

    private String unjudged() {
        return Town.unjudged(community, draft(TITLE, 7, 5, true));
    }

    /** Decisions on others go the same way: once one is applied, those before it on the same key are, too. */
    private void other() {
        String later = unjudged();
        judge(submitted(later), Action.PUBLISH, 1);
        awaitModeration(later, "PUBLISHED");
        Awaitility.await().until(() -> inbox() == decisions());
    }

    private long inbox() {
        try (var connection = database.getConnection();
                var result = connection
                        .createStatement()
                        .executeQuery("select count(*) from inbox where consumer = 'event.meetup-decision'")) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static long decisions() {
        try (var decisions = new TopicReader(Topics.DECISION)) {
            return decisions.records().size();
        }
    }

    private static void edit(String meetup, int revision, String change) {
        as(Person.ADA)
                .header("If-Match", "\"" + revision + "\"")
                .body(change)
                .patch(meetup)
                .then()
                .statusCode(200);
    }
}
