package io.cofound.event.meetup;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.event.community.CommunityCopies;
import io.cofound.event.seat.Seating;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.versioning.Revision;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class MeetupService {

    private final MeetupRepository meetups;
    private final MeetupAccess access;
    private final CommunityCopies communities;
    private final Seating seating;
    private final Submissions submissions;
    private final Announcements announcements;

    MeetupService(
            MeetupRepository meetups,
            MeetupAccess access,
            CommunityCopies communities,
            Seating seating,
            Submissions submissions,
            Announcements announcements) {
        this.meetups = meetups;
        this.access = access;
        this.communities = communities;
        this.seating = seating;
        this.submissions = submissions;
        this.announcements = announcements;
    }

    /** For one who may organise, see {@link MeetupAccess#awaitOrganiserOf}. */
    @WithTransaction
    Uni<MeetupView> create(UUID organiserId, UUID communityId, MeetupDraft draft) {
        Meetup meetup = new Meetup(communityId, organiserId, draft, Instant.now());
        return communities
                .holdVisibility(communityId)
                .call(() -> meetups.persist(meetup))
                .chain(() -> submissions.follow(null, meetup))
                .replaceWith(() -> MeetupView.latest(meetup));
    }

    Uni<MeetupView> change(UUID organiserId, UUID id, long expectedRevision, MeetupChange change) {
        return access.awaitOrganiserOfOpen(id, organiserId)
                .chain(communityId -> Panache.withTransaction(
                        () -> communities.holdVisibility(communityId).chain(visibility -> meetups.lock(id)
                                .invoke(meetup -> Revision.check(expectedRevision, meetup.revision))
                                .call(meetup -> change(meetup, change))
                                .call(meetup -> announcements.changed(meetup, visibility)))))
                .map(MeetupView::latest);
    }

    /** Cancelling twice is cancelling once. Registrations stay as they were; nobody moves up any more. */
    Uni<Void> cancel(UUID organiserId, UUID id) {
        return access.awaitOrganiser(id, organiserId)
                .chain(communityId -> Panache.withTransaction(
                        () -> communities.holdVisibility(communityId).chain(visibility -> meetups.lock(id)
                                .chain(meetup -> {
                                    if (meetup.isCancelled()) {
                                        return Uni.createFrom().voidItem();
                                    }
                                    UUID waiting = meetup.pendingSubmission();
                                    boolean wasDraft = !meetup.isPublished();
                                    meetup.cancel(Instant.now());
                                    return submissions
                                            .follow(waiting, meetup)
                                            .chain(() -> announcements.cancelled(meetup, wasDraft, visibility));
                                }))));
    }

    @WithSession
    Uni<MeetupView> get(UUID id, Optional<UUID> reader) {
        return access.visible(id, reader);
    }

    @WithSession
    Uni<Page<MeetupView>> list(Optional<UUID> reader, UUID communityId, Period period, PageRequest page) {
        return access.insideView(communityId, reader)
                .chain(standing -> meetups.list(communityId, standing.mayOrganise(), period, Instant.now(), page)
                        .map(rows -> Page.of(
                                rows,
                                page,
                                row -> new Cursor(row.schedule.startsAt(), row.id),
                                standing.mayOrganise() ? MeetupView::latest : MeetupView::shown)));
    }

    private Uni<Void> change(Meetup meetup, MeetupChange change) {
        UUID waiting = meetup.pendingSubmission();
        meetup.apply(change, Instant.now());
        return submissions.follow(waiting, meetup).chain(() -> resize(meetup, change.newCapacity()));
    }

    private Uni<Void> resize(Meetup meetup, Optional<Integer> capacity) {
        return capacity.map(seats -> seating.resize(meetup.lockedSeats(Instant.now()), seats))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
