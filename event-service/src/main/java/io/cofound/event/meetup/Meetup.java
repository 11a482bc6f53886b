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
import io.cofound.contracts.meetup.PublicMeetup;
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

    long revision;

    UUID communityId;

    UUID organiserId;

    String title;

    String description;

    @Enumerated(EnumType.STRING)
    MeetupMode mode;

    @Embedded
    Schedule schedule;

    @Enumerated(EnumType.STRING)
    MeetupState state;

    Instant createdAt;

    /** Null while it never was published. */
    Instant publishedAt;

    @Embedded
    Seats seats;

    protected Meetup() {}

    Meetup(UUID communityId, UUID organiserId, MeetupDraft draft, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.revision = 1;
        this.communityId = communityId;
        this.organiserId = organiserId;
        this.title = draft.title();
        this.description = requireNonNullElse(draft.description(), "");
        this.mode = draft.mode();
        this.schedule = Schedule.of(draft.startsAt(), draft.endsAt(), draft.timeZone(), now);
        this.state = MeetupState.DRAFT;
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        this.seats = new Seats(draft.capacity());
        if (draft.isToBePublished()) {
            publish(now);
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
        title = requireNonNullElse(change.title(), title);
        description = requireNonNullElse(change.description(), description);
        mode = requireNonNullElse(change.mode(), mode);
        schedule = schedule.with(change, now);
        if (state == MeetupState.DRAFT && change.isToBePublished()) {
            publish(now);
        }
        revision++;
    }

    void cancel(Instant now) {
        if (isPublished() && schedule.isOver(now)) {
            throw Problem.conflict("meetup-over", "The meetup has taken place.");
        }
        state = MeetupState.CANCELLED;
        revision++;
    }

    /** Others see it differently now, though nothing in it changed. */
    void revise() {
        revision++;
    }

    /** It loses it with its organiser; then there is nothing that partners could show. */
    boolean hasText() {
        return !title.isEmpty();
    }

    boolean isOver(Instant now) {
        return schedule.isOver(now);
    }

    /** Its seats, of a row that is locked. */
    MeetupSeats lockedSeats(Instant now) {
        return new MeetupSeats(id, communityId, seats, isPublished() && !schedule.hasStarted(now));
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

    /** A cancelled meetup stays visible to those who knew of it, so that they learn that it is cancelled. */
    boolean wasEverPublished() {
        return publishedAt != null;
    }

    MeetupPublished published(Visibility visibility) {
        return new MeetupPublished(
                id,
                revision,
                communityId,
                organiserId,
                title,
                description,
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
                revision,
                communityId,
                organiserId,
                title,
                description,
                mode,
                schedule.startsAt(),
                schedule.endsAt(),
                schedule.timeZone(),
                seats.capacity(),
                publishedAt);
    }

    MeetupCancelled cancelled() {
        return new MeetupCancelled(id, revision, communityId, Instant.now());
    }

    private void publish(Instant now) {
        if (schedule.hasStarted(now)) {
            throw Problem.unprocessable("starts-in-the-past", "Move the start into the future before publishing.");
        }
        state = MeetupState.PUBLISHED;
        publishedAt = now.truncatedTo(ChronoUnit.MICROS);
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
