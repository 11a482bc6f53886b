package io.cofound.platform.privacy;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ExportRequested;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.inbox.Inbox;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.privacy.PersonalData.Holding;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Sends what the service keeps about a member who wants to see it. */
@ApplicationScoped
class ExportConsumer {

    private final EventReceiver receiver;
    private final Inbox inbox;
    private final List<PersonalData> data;
    private final Pieces pieces;
    private final Outbox outbox;
    private final String service;

    ExportConsumer(
            EventReceiver receiver,
            Inbox inbox,
            @All List<PersonalData> data,
            Pieces pieces,
            Outbox outbox,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.data = data;
        this.pieces = pieces;
        this.outbox = outbox;
        this.service = service;
    }

    @Incoming("exports")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(
                record,
                received -> received.event() instanceof ExportRequested request
                        ? inbox.once(service + ".export", received, () -> send(request))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> send(ExportRequested request) {
        return Multi.createFrom()
                .iterable(data)
                .onItem()
                .transformToUniAndConcatenate(feature -> feature.export(request.memberId()))
                .onItem()
                .<Holding>disjoint()
                .collect()
                .asList()
                .chain(holdings -> outbox.publish(pieces.of(request, service, holdings)));
    }
}
