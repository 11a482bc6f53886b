package io.cofound.community.churn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.ConsentsChanged;
import io.cofound.platform.events.Received;
import io.cofound.platform.events.delivery.EventReceiver;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads consents batch by batch; their revisions take the inbox's place. */
@ApplicationScoped
class ConsentConsumer {

    private final EventReceiver receiver;
    private final AnalyticsConsents consents;

    ConsentConsumer(EventReceiver receiver, AnalyticsConsents consents) {
        this.receiver = receiver;
        this.consents = consents;
    }

    @Incoming("analytics-consents")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return receiver.receiveAll(records, this::put);
    }

    private Uni<Void> put(List<Received> batch) {
        Map<UUID, ConsentsChanged> latest = new HashMap<>();
        for (Received received : batch) {
            if (received.event() instanceof ConsentsChanged event) {
                latest.merge(
                        event.memberId(), event, (known, next) -> next.revision() > known.revision() ? next : known);
            }
        }
        return Panache.withTransaction(() -> consents.put(latest.values()));
    }
}
