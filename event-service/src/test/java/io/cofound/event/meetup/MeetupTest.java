package io.cofound.event.meetup;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.meetup.MeetupMode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MeetupTest {

    private static final Instant NOW = Instant.parse("2030-05-01T09:00:00Z");
    private static final Instant START = NOW.plus(Duration.ofDays(7));
    private static final Instant END = START.plus(Duration.ofHours(2));

    @Test
    void a_draft_is_published_by_a_change_that_says_so() {
        Meetup meetup = meetup(false);
        assertThat(meetup.pendingSubmission()).isNull();

        meetup.apply(publish(true), NOW);

        assertThat(meetup.isPublished()).isTrue();
        assertThat(meetup.revision).isEqualTo(2);
        assertThat(meetup.texts.revision).isEqualTo(2);
        assertThat(meetup.isAwaited()).isTrue();
    }

    @Test
    void a_published_meetup_is_no_draft_again() {
        refused("already-published", () -> meetup(true).apply(publish(false), NOW));
    }

    @Test
    void a_draft_whose_day_has_passed_is_not_published() {
        refused("starts-in-the-past", () -> meetup(false).apply(publish(true), START));
    }

    @Test
    void a_meetup_ends_after_it_starts_within_a_month_and_starts_within_five_years() {
        refused("ends-before-start", () -> Schedule.of(START, START, "UTC", NOW));
        refused("lasts-too-long", () -> Schedule.of(START, START.plus(Duration.ofDays(32)), "UTC", NOW));
        refused("starts-too-far-ahead", () -> Schedule.of(Instant.MAX.minusSeconds(9), Instant.MAX, "UTC", NOW));
        refused("lasts-too-long", () -> Schedule.of(START, Instant.MAX, "UTC", NOW));
    }

    @Test
    void moving_the_start_behind_the_end_is_refused() {
        MeetupChange later = new MeetupChange(null, null, null, END.plusSeconds(1), null, null, null, null);

        refused("ends-before-start", () -> meetup(true).apply(later, NOW));
    }

    @Test
    void once_started_the_text_may_change_but_not_start_and_seats() {
        Meetup meetup = meetup(true);
        MeetupChange seats = new MeetupChange(null, null, null, null, null, null, 50, null);
        MeetupChange start = new MeetupChange(null, null, null, END, null, null, null, null);
        MeetupChange text = new MeetupChange("Recording is up", null, null, null, null, null, null, null);

        refused("meetup-started", () -> meetup.apply(seats, START));
        refused("meetup-started", () -> meetup.apply(start, START));
        meetup.apply(text, START);

        assertThat(meetup.texts.title).isEqualTo("Recording is up");
    }

    @Test
    void only_a_published_meetup_that_has_not_started_takes_registrations() {
        Meetup cancelled = meetup(true);
        cancelled.cancel(NOW);

        refused("meetup-not-published", () -> meetup(false).requireOpenForRegistration(NOW));
        refused("meetup-cancelled", () -> cancelled.requireOpenForRegistration(NOW));
        refused("meetup-started", () -> meetup(true).requireOpenForRegistration(START));
        meetup(true).requireOpenForRegistration(START.minusMillis(1));
    }

    @Test
    void what_has_taken_place_is_not_cancelled() {
        refused("meetup-over", () -> meetup(true).cancel(END));
    }

    private static Meetup meetup(boolean published) {
        MeetupDraft draft = new MeetupDraft(
                "AI founders' night", null, MeetupMode.ONSITE, START, END, "Asia/Shanghai", 10, published);
        return new Meetup(UUID.randomUUID(), UUID.randomUUID(), draft, NOW);
    }

    private static MeetupChange publish(boolean publish) {
        return new MeetupChange(null, null, null, null, null, null, null, publish);
    }

    private static void refused(String slug, ThrowingCallable act) {
        assertThatExceptionOfType(HttpProblem.class)
                .isThrownBy(act)
                .matches(problem -> problem.getType().toString().endsWith(":" + slug), slug);
    }
}
