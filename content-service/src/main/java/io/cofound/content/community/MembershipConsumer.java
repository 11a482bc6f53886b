package io.cofound.content.community;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.platform.events.delivery.EventReceiver;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class MembershipConsumer {

    private final EventReceiver receiver;
    private final Copies copies;

    MembershipConsumer(EventReceiver receiver, Copies copies) {
        this.receiver = receiver;
        this.copies = copies;
    }

    @Incoming("memberships")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
            case MembershipGranted granted -> copies.membership(granted);
            case MembershipRevoked revoked -> copies.membership(revoked);
            default -> Uni.createFrom().voidItem();
        });
    }
}
