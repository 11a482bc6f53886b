package io.cofound.community.erasure;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureAcknowledged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class LedgerConsumer {

    private static final String EFFECT = "community-service.erasure-ledger";

    private final EventReceiver receiver;
    private final Inbox inbox;
    private final Ledger ledger;

    LedgerConsumer(EventReceiver receiver, Inbox inbox, Ledger ledger) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Incoming("erasure-ledger")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
            case ErasureRequested request -> inbox.once(EFFECT, received, () -> ledger.record(request));
            case ErasureAcknowledged acknowledgement ->
                inbox.once(EFFECT, received, () -> ledger.acknowledge(acknowledgement));
            default -> Uni.createFrom().voidItem();
        });
    }
}
