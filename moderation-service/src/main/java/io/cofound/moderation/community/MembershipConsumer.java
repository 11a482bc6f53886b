package io.cofound.moderation.community;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.platform.events.delivery.EventReceiver;
import io.cofound.platform.persistence.inbox.Inbox;
import io.cofound.platform.privacy.ErasedMembers;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the copy of memberships; those of an erased member do not come back. */
@ApplicationScoped
class MembershipConsumer {

    private static final String EFFECT = "moderation.memberships";

    private final EventReceiver receiver;
    private final Inbox inbox;
    private final ErasedMembers erased;
    private final MembershipRepository memberships;

    MembershipConsumer(EventReceiver receiver, Inbox inbox, ErasedMembers erased, MembershipRepository memberships) {
        this.receiver = receiver;
        this.inbox = inbox;
        this.erased = erased;
        this.memberships = memberships;
    }

    @Incoming("memberships")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(record, received -> switch (received.event()) {
            case MembershipGranted granted -> inbox.once(EFFECT, received, () -> keep(granted));
            case MembershipRevoked revoked -> inbox.once(EFFECT, received, () -> keep(revoked));
            default -> Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> keep(MembershipGranted granted) {
        return erased.isErased(granted.memberId(), granted.grantedAt())
                .chain(gone -> gone
                        ? Uni.createFrom().voidItem()
                        : memberships.keep(
                                granted.membershipId(),
                                granted.revision(),
                                granted.communityId(),
                                granted.memberId(),
                                granted.role(),
                                true,
                                granted.grantedAt()));
    }

    /** Of an erased member nothing stays, of others the revision. */
    private Uni<Void> keep(MembershipRevoked revoked) {
        return erased.isErased(revoked.memberId(), revoked.revokedAt())
                .chain(gone -> gone || revoked.cause() == RevocationCause.ERASED
                        ? memberships.delete(revoked.membershipId(), revoked.revision())
                        : memberships.keep(
                                revoked.membershipId(),
                                revoked.revision(),
                                revoked.communityId(),
                                revoked.memberId(),
                                CommunityRole.MEMBER,
                                false,
                                revoked.revokedAt()));
    }
}
