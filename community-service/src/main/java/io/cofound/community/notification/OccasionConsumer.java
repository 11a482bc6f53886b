package io.cofound.community.notification;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.notification.MeetupNotifications.RegistrationChange;
import io.cofound.contracts.community.NotificationKind;
import io.cofound.contracts.content.PostHeld;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRejected;
import io.cofound.contracts.meetup.MeetupCancelled;
import io.cofound.contracts.meetup.RegistrationCancelled;
import io.cofound.contracts.meetup.RegistrationConfirmed;
import io.cofound.contracts.meetup.RegistrationWaitlisted;
import io.cofound.platform.events.Received;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.inbox.Inbox;
import io.cofound.platform.privacy.ErasedMembers;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells members what happened to theirs in other services. What they did themselves they are not told. */
@ApplicationScoped
class OccasionConsumer {

    private static final String EFFECT = "community.notification";

    private final EventReceiver receiver;
    private final Inbox inbox;
    private final Notifications notifications;
    private final MeetupNotifications meetups;
    private final ErasedMembers erased;
    private final News news;

    OccasionConsumer(
            EventReceiver receiver,
            Inbox inbox,
            Notifications notifications,
            MeetupNotifications meetups,
            ErasedMembers erased,
            News news) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.notifications = notifications;
        this.meetups = meetups;
        this.erased = erased;
        this.news = news;
    }

    @Incoming("occasions")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
            case PostPublished e -> inbox.once(EFFECT, received, () -> published(e));
            case PostHeld e -> inbox.once(EFFECT, received, () -> held(e));
            case PostRejected e -> inbox.once(EFFECT, received, () -> rejected(e));
            case RegistrationConfirmed e -> inbox.once(EFFECT, received, () -> confirmed(e));
            case RegistrationWaitlisted e ->
                follow(
                        received,
                        new RegistrationChange(
                                e.registrationId(),
                                e.revision(),
                                e.meetupId(),
                                e.communityId(),
                                e.memberId(),
                                true,
                                e.waitlistedAt()));
            case RegistrationCancelled e ->
                follow(
                        received,
                        new RegistrationChange(
                                e.registrationId(),
                                e.revision(),
                                e.meetupId(),
                                e.communityId(),
                                e.memberId(),
                                false,
                                e.cancelledAt()));
            case MeetupCancelled e -> inbox.once(EFFECT, received, () -> meetups.cancelled(e));
            default -> Uni.createFrom().voidItem();
        });
    }

    /** Once a post, whatever is published of it later: edits keep the time. */
    private Uni<Void> published(PostPublished post) {
        return tell(
                post.authorId(),
                NotificationKind.POST_PUBLISHED,
                post.communityId(),
                post.postId(),
                "post-published:" + post.postId(),
                post.publishedAt());
    }

    private Uni<Void> held(PostHeld post) {
        return tell(
                post.authorId(),
                NotificationKind.POST_HELD,
                post.communityId(),
                post.postId(),
                "post-held:" + post.submissionId(),
                post.heldAt());
    }

    private Uni<Void> rejected(PostRejected post) {
        return tell(
                post.authorId(),
                NotificationKind.POST_REJECTED,
                post.communityId(),
                post.postId(),
                "post-rejected:" + post.submissionId(),
                post.rejectedAt());
    }

    private Uni<Void> confirmed(RegistrationConfirmed registration) {
        Uni<Void> told = registration.promoted()
                ? tell(
                        registration.memberId(),
                        NotificationKind.SEAT_CONFIRMED,
                        registration.communityId(),
                        registration.meetupId(),
                        "seat:" + registration.registrationId() + ":" + registration.revision(),
                        registration.confirmedAt())
                : Uni.createFrom().voidItem();
        return told.chain(() -> meetups.follow(new RegistrationChange(
                registration.registrationId(),
                registration.revision(),
                registration.meetupId(),
                registration.communityId(),
                registration.memberId(),
                true,
                registration.confirmedAt())));
    }

    private Uni<Void> follow(Received received, RegistrationChange change) {
        return inbox.once(EFFECT, received, () -> meetups.follow(change));
    }

    private Uni<Void> tell(
            UUID memberId,
            NotificationKind kind,
            UUID communityId,
            UUID subjectId,
            String occasion,
            Instant happenedAt) {
        if (news.isOld(happenedAt)) {
            return Uni.createFrom().voidItem();
        }
        return erased.isErased(memberId, happenedAt)
                .chain(isErased -> isErased
                        ? Uni.createFrom().voidItem()
                        : notifications.raise(memberId, kind, communityId, subjectId, occasion));
    }
}
