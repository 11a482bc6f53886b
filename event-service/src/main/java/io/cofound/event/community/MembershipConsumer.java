package io.cofound.event.community;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class MembershipConsumer {

    private static final String EFFECT = "event.membership-copy";

    private final EventReceiver receiver;
    private final Inbox inbox;
    private final MembershipCopies memberships;

    MembershipConsumer(EventReceiver receiver, Inbox inbox, MembershipCopies memberships) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.memberships = memberships;
    }

    @Incoming("memberships")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
            case MembershipGranted granted -> inbox.once(EFFECT, received, () -> memberships.apply(granted));
            case MembershipRevoked revoked -> inbox.once(EFFECT, received, () -> memberships.apply(revoked));
            default -> Uni.createFrom().voidItem();
        });
    }
}
