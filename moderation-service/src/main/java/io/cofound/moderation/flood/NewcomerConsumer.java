package io.cofound.moderation.flood;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.inbox.Inbox;
import io.cofound.platform.privacy.ErasedMembers;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Notes who joined lately. */
@ApplicationScoped
class NewcomerConsumer {

    private static final String EFFECT = "moderation.newcomer";

    private final EventReceiver receiver;
    private final Inbox inbox;
    private final ErasedMembers erased;
    private final JoinWaves waves;
    private final FloodConfig config;

    NewcomerConsumer(EventReceiver receiver, Inbox inbox, ErasedMembers erased, JoinWaves waves, FloodConfig config) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.erased = erased;
        this.waves = waves;
        this.config = config;
    }

    @Incoming("newcomers")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
            case MembershipGranted granted -> inbox.once(EFFECT, received, () -> note(granted));
            case MembershipRevoked revoked ->
                inbox.once(
                        EFFECT,
                        received,
                        () -> waves.left(revoked.communityId(), revoked.memberId(), revoked.revokedAt()));
            default -> Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> note(MembershipGranted granted) {
        Instant nobodyIsNewBefore = Instant.now().minus(config.joinWave().newFor());
        if (granted.grantedAt().isBefore(nobodyIsNewBefore)) {
            return Uni.createFrom().voidItem();
        }
        return erased.isErased(granted.memberId(), granted.grantedAt())
                .chain(gone -> gone
                        ? Uni.createFrom().voidItem()
                        : waves.joined(granted.communityId(), granted.memberId(), granted.grantedAt()))
                .chain(() -> waves.forgetBefore(nobodyIsNewBefore));
    }
}
