package io.cofound.content.reading;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.ConsentsChanged;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.inbox.Inbox;
import io.cofound.platform.privacy.ErasedMembers;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the copy of the consents; that of an erased member does not come back. */
@ApplicationScoped
class ConsentConsumer {

    private final EventReceiver receiver;
    private final Inbox inbox;
    private final ErasedMembers erased;
    private final Consents consents;

    ConsentConsumer(EventReceiver receiver, Inbox inbox, ErasedMembers erased, Consents consents) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.erased = erased;
        this.consents = consents;
    }

    @Incoming("reading-consents")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(
                record,
                received -> received.event() instanceof ConsentsChanged changed
                        ? inbox.once("content.reading-consent", received, () -> keep(changed))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> keep(ConsentsChanged changed) {
        return erased.isErased(changed.memberId(), changed.changedAt())
                .chain(gone -> gone ? Uni.createFrom().voidItem() : consents.keep(changed));
    }
}
