package io.cofound.moderation.quality;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.MemberChanged;
import io.cofound.contracts.community.MemberRegistered;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.inbox.Inbox;
import io.cofound.platform.privacy.ErasedMembers;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps of members the day they registered and their continent; those of an erased member do not come back. */
@ApplicationScoped
class OriginConsumer {

    private static final String EFFECT = "moderation.quality";

    private final EventReceiver receiver;
    private final Inbox inbox;
    private final ErasedMembers erased;
    private final Origins origins;

    OriginConsumer(EventReceiver receiver, Inbox inbox, ErasedMembers erased, Origins origins) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.erased = erased;
        this.origins = origins;
    }

    @Incoming("origins")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
            case MemberRegistered member ->
                inbox.once(
                        EFFECT,
                        received,
                        () -> keep(member.memberId(), member.registeredAt(), () -> origins.keep(member)));
            case MemberChanged member ->
                inbox.once(
                        EFFECT,
                        received,
                        () -> keep(member.memberId(), member.changedAt(), () -> origins.keep(member)));
            default -> Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> keep(UUID memberId, Instant at, Supplier<Uni<Void>> copy) {
        return erased.isErased(memberId, at)
                .chain(gone -> gone ? Uni.createFrom().voidItem() : copy.get());
    }
}
