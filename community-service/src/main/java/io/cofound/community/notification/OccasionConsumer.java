package io.cofound.community.notification;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.notification.MeetupNotifications.RegistrationChange;
import io.cofound.contracts.community.NotificationKind;
import io.cofound.contracts.content.CommentHeld;
import io.cofound.contracts.content.CommentPublished;
import io.cofound.contracts.content.CommentRejected;
import io.cofound.contracts.content.PostHeld;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRejected;
import io.cofound.contracts.meetup.MeetupCancelled;
import io.cofound.contracts.meetup.RegistrationCancelled;
import io.cofound.contracts.meetup.RegistrationConfirmed;
import io.cofound.contracts.meetup.RegistrationWaitlisted;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.platform.events.Received;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells members what happened to theirs in other services. What they did themselves they are not told. */
@ApplicationScoped
class OccasionConsumer {

    private static final String EFFECT = "community.notification";

    private final EventReceiver receiver;
    private final Inbox inbox;
    private final Teller teller;
    private final CommentOccasions comments;
    private final MeetupNotifications meetups;
    private final TextOccasions texts;

    OccasionConsumer(
            EventReceiver receiver,
            Inbox inbox,
            Teller teller,
            CommentOccasions comments,
            MeetupNotifications meetups,
            TextOccasions texts) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.teller = teller;
        this.comments = comments;
        this.meetups = meetups;
        this.texts = texts;
    }

    @Incoming("occasions")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
            case PostPublished e -> inbox.once(EFFECT, received, () -> texts.published(e));
            case PostHeld e -> inbox.once(EFFECT, received, () -> texts.decided(Outcome.of(e)));
            case PostRejected e -> inbox.once(EFFECT, received, () -> texts.decided(Outcome.of(e)));
            case CommentPublished e -> inbox.once(EFFECT, received, () -> comments.published(e, received.time()));
            case CommentHeld e -> inbox.once(EFFECT, received, () -> texts.decided(Outcome.of(e)));
            case CommentRejected e -> inbox.once(EFFECT, received, () -> texts.decided(Outcome.of(e)));
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
            case DecisionMade e when TextOccasions.concerns(e) -> inbox.once(EFFECT, received, () -> texts.decided(e));
            default -> Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> confirmed(RegistrationConfirmed registration) {
        Uni<Void> told = registration.promoted()
                ? teller.tell(
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
}
