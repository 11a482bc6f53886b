package io.cofound.community.export;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ExportGathered;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class ExportPieceConsumer {

    private final EventReceiver receiver;
    private final Inbox inbox;
    private final ExportService exports;

    ExportPieceConsumer(EventReceiver receiver, Inbox inbox, ExportService exports) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.exports = exports;
    }

    @Incoming("export-pieces")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
            case ExportGathered piece ->
                inbox.once("community-service.export-pieces", received, () -> exports.receive(piece));
            default -> Uni.createFrom().voidItem();
        });
    }
}
