package io.cofound.community.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.NotificationKind;
import io.cofound.contracts.meetup.MeetupCancelled;
import io.cofound.platform.privacy.ErasedMembers;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Tells those who are registered that a meetup will not take place. Joins the caller's transaction. */
@ApplicationScoped
class MeetupNotifications {

    private static final int BATCH = 500;

    /** Before every member. */
    private static final UUID FIRST = new UUID(0, 0);

    /** What happened to a member's registration: a seat, a place in the waitlist, or neither any more. */
    record RegistrationChange(
            UUID registrationId,
            long revision,
            UUID meetupId,
            UUID communityId,
            UUID memberId,
            boolean active,
            Instant at) {}

    private final MeetupGuests guests;
    private final Notifications notifications;
    private final ErasedMembers erased;
    private final News news;

    MeetupNotifications(MeetupGuests guests, Notifications notifications, ErasedMembers erased, News news) {
        this.guests = guests;
        this.notifications = notifications;
        this.erased = erased;
        this.news = news;
    }

    Uni<Void> follow(RegistrationChange change) {
        return erased.isErased(change.memberId(), change.at())
                .chain(isErased -> isErased
                        ? Uni.createFrom().voidItem()
                        : guests.hold(change.meetupId()).chain(() -> note(change)));
    }

    Uni<Void> cancelled(MeetupCancelled meetup) {
        return guests.hold(meetup.meetupId())
                .chain(() -> guests.noteCancelled(meetup))
                .chain(() -> news.isOld(meetup.cancelledAt())
                        ? Uni.createFrom().voidItem()
                        : tellAll(meetup.meetupId(), meetup.communityId()));
    }

    private Uni<Void> note(RegistrationChange change) {
        return guests.note(
                        change.registrationId(),
                        change.revision(),
                        change.meetupId(),
                        change.memberId(),
                        change.active(),
                        change.at())
                .chain(() -> guests.cancelledAt(change.meetupId()))
                .chain(cancelledAt -> cancelledAt == null || news.isOld(cancelledAt) || !change.active()
                        ? Uni.createFrom().voidItem()
                        : tell(List.of(change.memberId()), change.meetupId(), change.communityId()));
    }

    private Uni<Void> tellAll(UUID meetupId, UUID communityId) {
        AtomicReference<UUID> after = new AtomicReference<>(FIRST);
        return Multi.createBy()
                .repeating()
                .uni(() ->
                        guests.of(meetupId, after.get(), BATCH).call(members -> tell(members, meetupId, communityId)))
                .whilst(members -> {
                    if (!members.isEmpty()) {
                        after.set(members.getLast());
                    }
                    return members.size() == BATCH;
                })
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> tell(List<UUID> memberIds, UUID meetupId, UUID communityId) {
        return notifications.raise(
                memberIds, NotificationKind.MEETUP_CANCELLED, communityId, meetupId, "meetup-cancelled:" + meetupId);
    }
}
