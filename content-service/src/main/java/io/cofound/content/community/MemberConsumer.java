package io.cofound.content.community;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.MemberChanged;
import io.cofound.contracts.community.MemberRegistered;
import io.cofound.platform.events.delivery.EventReceiver;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class MemberConsumer {

    private final EventReceiver receiver;
    private final Copies copies;

    MemberConsumer(EventReceiver receiver, Copies copies) {
        this.receiver = receiver;
        this.copies = copies;
    }

    @Incoming("members")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
            case MemberRegistered member -> copies.member(member.memberId(), member.revision(), member.displayName());
            case MemberChanged member -> copies.member(member.memberId(), member.revision(), member.displayName());
            default -> Uni.createFrom().voidItem();
        });
    }
}
