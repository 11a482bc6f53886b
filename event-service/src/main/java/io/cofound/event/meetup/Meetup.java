package io.cofound.event.meetup;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.meetup.MeetupCancelled;
import io.cofound.contracts.meetup.MeetupMode;
import io.cofound.contracts.meetup.MeetupPublished;
import io.cofound.contracts.meetup.MeetupWithheld;
import io.cofound.contracts.meetup.PublicMeetup;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.event.seat.MeetupSeats;
import io.cofound.event.seat.Seats;
import io.cofound.platform.web.problem.Problem;
import org.hibernate.annotations.DynamicUpdate;

import static java.util.Objects.requireNonNullElse;

/** Seats change with every registration and so do not count as revisions; what organisers change does. */
@Entity
@DynamicUpdate
class Meetup {

    @Id
    UUID id;

    /** Counts what organisers change. */
    long revision;

    /** The revision of the last event: texts are accepted without a change of the organisers'. */
    long told;

    UUID communityId;

    UUID organiserId;

    @Embedded
    Texts texts;

    @Enumerated(EnumType.STRING)
    MeetupMode mode;

    @Embedded
    Schedule schedule;

    @Enumerated(EnumType.STRING)
    MeetupState state;

    Instant createdAt;

    /** When others first saw it; null if they never did. */
    Instant publishedAt;

    @Embedded
    Seats seats;

    protected Meetup() {}

    Meetup(UUID communityId, UUID organiserId, MeetupDraft draft, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.revision = 1;
        this.communityId = communityId;
        this.organiserId = organiserId;
        this.texts = new Texts(draft.title(), requireNonNullElse(draft.description(), ""));
        this.mode = draft.mode();
        this.schedule = Schedule.of(draft.startsAt(), draft.endsAt(), draft.timeZone(), now);
        this.state = MeetupState.DRAFT;
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        this.seats = new Seats(draft.capacity());
        if (draft.isToBePublished()) {
            publish(now);
            texts.submit(revision);
        }
    }

    /** What the change leaves out stays as it is. The capacity is not changed here, since it moves people. */
    void apply(MeetupChange change, Instant now) {
        requireNotCancelled();
        if (isPublished() && change.isToBeWithdrawn()) {
            throw Problem.conflict("already-published", "A published meetup can be cancelled, but is no draft again.");
        }
        if (isPublished() && change.concernsSeatsOrStart()) {
            requireNotStarted(now);
        }
        boolean rewritten = texts.write(
                requireNonNullElse(change.title(), texts.title),
                requireNonNullElse(change.description(), texts.description));
        mode = requireNonNullElse(change.mode(), mode);
        schedule = schedule.with(change, now);
        if (state == MeetupState.DRAFT && change.isToBePublished()) {
            publish(now);
            rewritten = true;
        }
        revision++;
        if (isPublished() && rewritten) {
            texts.submit(revision);
        }
    }

    /** @return whether others see something else now */
    boolean decide(DecisionMade decision, Instant now) {
        boolean seenDifferently = texts.decide(decision, isPublished());
        if (isShown() && publishedAt == null) {
            publishedAt = now.truncatedTo(ChronoUnit.MICROS);
        }
        return seenDifferently;
    }

    void cancel(Instant now) {
        if (isPublished() && schedule.isOver(now)) {
            throw Problem.conflict("meetup-over", "The meetup has taken place.");
        }
        state = MeetupState.CANCELLED;
        texts.withdraw();
        revision++;
    }

    /** Others see it differently now, though nothing in it changed. */
    void revise() {
        revision++;
    }

    /** Before each event: readers ignore one with a lower revision than that of the last. */
    void tell() {
        told = Math.max(told + 1, revision);
    }

    /** It loses it with its organiser; then there is nothing that partners could show. */
    boolean hasText() {
        return isShown() && !texts.shown.title().isEmpty();
    }

    boolean isShown() {
        return texts.isShown();
    }

    /** Whether others will see it once its first texts are allowed. */
    boolean isAwaited() {
        return isPublished() && !isShown() && texts.isPending();
    }

    /** Null if nothing waits for judgement. */
    UUID pendingSubmission() {
        return texts.isPending() ? texts.submissionId : null;
    }

    boolean isOver(Instant now) {
        return schedule.isOver(now);
    }

    /** Its seats, of a row that is locked. */
    MeetupSeats lockedSeats(Instant now) {
        return new MeetupSeats(id, communityId, seats, isPublished() && !schedule.hasStarted(now));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 while others do not see it though it is published */
    void requireShown() {
        if (isAwaited()) {
            throw Problem.conflict("meetup-pending", "The meetup's texts are not judged yet. Try again in a moment.");
        }
        if (isPublished() && !isShown()) {
            throw Problem.conflict("meetup-withheld", "The meetup's texts were refused; it takes no registrations.");
        }
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when seats are neither given nor taken back now */
    void requireOpenForRegistration(Instant now) {
        requireNotCancelled();
        if (!isPublished()) {
            throw Problem.conflict("meetup-not-published", "The meetup is a draft and takes no registrations yet.");
        }
        requireNotStarted(now);
    }

    boolean isPublished() {
        return state == MeetupState.PUBLISHED;
    }

    boolean isCancelled() {
        return state == MeetupState.CANCELLED;
    }

    boolean wasEverPublished() {
        return publishedAt != null;
    }

    MeetupPublished published(Visibility visibility) {
        return new MeetupPublished(
                id,
                told,
                communityId,
                organiserId,
                texts.shown.title(),
                texts.shown.description(),
                mode,
                schedule.startsAt(),
                schedule.endsAt(),
                schedule.timeZone(),
                seats.capacity(),
                visibility,
                publishedAt);
    }

    PublicMeetup forPartners() {
        return new PublicMeetup(
                id,
                told,
                communityId,
                organiserId,
                texts.shown.title(),
                texts.shown.description(),
                mode,
                schedule.startsAt(),
                schedule.endsAt(),
                schedule.timeZone(),
                seats.capacity(),
                publishedAt);
    }

    MeetupCancelled cancelled() {
        return new MeetupCancelled(id, told, communityId, Instant.now());
    }

    MeetupWithheld withheld() {
        return new MeetupWithheld(id, told, communityId, Instant.now());
    }

    private void publish(Instant now) {
        if (schedule.hasStarted(now)) {
            throw Problem.unprocessable("starts-in-the-past", "Move the start into the future before publishing.");
        }
        state = MeetupState.PUBLISHED;
    }

    private void requireNotCancelled() {
        if (isCancelled()) {
            throw Problem.conflict("meetup-cancelled", "The meetup is cancelled.");
        }
    }

    private void requireNotStarted(Instant now) {
        if (schedule.hasStarted(now)) {
            throw Problem.conflict("meetup-started", "The meetup has started; its start and its seats stay.");
        }
    }
}
