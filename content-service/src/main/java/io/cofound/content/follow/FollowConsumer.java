package io.cofound.content.follow;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.MemberFollowed;
import io.cofound.contracts.community.MemberUnfollowed;
import io.cofound.platform.events.delivery.EventReceiver;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class FollowConsumer {

    private final EventReceiver receiver;
    private final Follows follows;

    FollowConsumer(EventReceiver receiver, Follows follows) {
        this.receiver = receiver;
        this.follows = follows;
    }

    @Incoming("follows")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
            case MemberFollowed begun -> follows.keep(FollowCopy.of(begun));
            case MemberUnfollowed ended -> follows.keep(FollowCopy.of(ended));
            default -> Uni.createFrom().voidItem();
        });
    }
}
