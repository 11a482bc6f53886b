package io.cofound.content.post;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.community.Copies;
import io.cofound.contracts.community.CommunityChanged;
import io.cofound.contracts.community.CommunityCreated;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.platform.events.delivery.EventReceiver;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the copy of a community, and then what partners have of its posts in line with it. */
@ApplicationScoped
class CommunityConsumer {

    private final EventReceiver receiver;
    private final Copies copies;
    private final PartnerAlignment partners;

    CommunityConsumer(EventReceiver receiver, Copies copies, PartnerAlignment partners) {
        this.receiver = receiver;
        this.copies = copies;
        this.partners = partners;
    }

    @Incoming("communities")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
            case CommunityCreated c -> apply(c.communityId(), c.revision(), c.visibility(), c.moderation(), false);
            case CommunityChanged c ->
                apply(c.communityId(), c.revision(), c.visibility(), c.moderation(), c.archived());
            default -> Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> apply(
            UUID id, long revision, Visibility visibility, ModerationMode moderation, boolean archived) {
        return copies.community(id, revision, visibility, moderation, archived).chain(() -> partners.align(id));
    }
}
