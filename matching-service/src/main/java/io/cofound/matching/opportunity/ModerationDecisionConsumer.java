package io.cofound.matching.opportunity;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class ModerationDecisionConsumer {

    private final EventReceiver receiver;
    private final Inbox inbox;
    private final Moderation moderation;

    ModerationDecisionConsumer(EventReceiver receiver, Inbox inbox, Moderation moderation) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.moderation = moderation;
    }

    @Incoming("decisions")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
            case DecisionMade decision
            when decision.subjectKind() == SubjectKind.OPPORTUNITY ->
                inbox.once("matching.opportunity-decision", received, () -> moderation.apply(decision));
            default -> Uni.createFrom().voidItem();
        });
    }
}
