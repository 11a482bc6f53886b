package io.cofound.community.churn;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.ConsentsChanged;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class ConsentConsumer {

    private final EventReceiver receiver;
    private final Inbox inbox;
    private final AnalyticsConsents consents;

    ConsentConsumer(EventReceiver receiver, Inbox inbox, AnalyticsConsents consents) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.consents = consents;
    }

    @Incoming("analytics-consents")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
            case ConsentsChanged event ->
                inbox.once("community.analytics-consents", received, () -> consents.put(event));
            default -> Uni.createFrom().voidItem();
        });
    }
}
