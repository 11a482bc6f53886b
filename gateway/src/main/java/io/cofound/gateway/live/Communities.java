package io.cofound.gateway.live;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.cofound.contracts.Event;
import io.cofound.contracts.community.CommunityChanged;
import io.cofound.contracts.community.CommunityCreated;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.Visibility;
import org.jboss.logging.Logger;

/**
 * Who belongs to which community: a copy in memory, made from the compacted topics. Records of one key come in order,
 * and none comes twice, so that the last one counts.
 */
final class Communities {

    private static final Logger LOG = Logger.getLogger(Communities.class);

    private record Membership(UUID community, UUID member) {}

    private final int limit;
    private final Map<UUID, Visibility> visibilities = new ConcurrentHashMap<>();
    private final Map<UUID, Membership> memberships = new ConcurrentHashMap<>();
    private final Set<Membership> members = ConcurrentHashMap.newKeySet();
    private volatile boolean full;

    /** @param limit memberships that are kept; those beyond it do not count */
    Communities(int limit) {
        this.limit = limit;
    }

    void apply(Event event) {
        switch (event) {
            case CommunityCreated created -> visibilities.put(created.communityId(), created.visibility());
            case CommunityChanged changed -> visibilities.put(changed.communityId(), changed.visibility());
            case MembershipGranted granted -> grant(granted);
            case MembershipRevoked revoked -> revoke(revoked.membershipId());
            default -> {}
        }
    }

    /** What the key stands for was erased: a community or a membership. */
    void erase(UUID key) {
        visibilities.remove(key);
        revoke(key);
    }

    /** Empty for a community this copy does not know, or not yet. */
    Optional<Visibility> visibilityOf(UUID community) {
        return Optional.ofNullable(visibilities.get(community));
    }

    boolean isMember(UUID community, UUID member) {
        return members.contains(new Membership(community, member));
    }

    private void grant(MembershipGranted granted) {
        if (memberships.containsKey(granted.membershipId())) {
            return;
        }
        if (memberships.size() >= limit) {
            if (!full) {
                LOG.errorf("%d memberships are all that is kept; raise cofound.live.memberships", limit);
                full = true;
            }
            return;
        }
        Membership membership = new Membership(granted.communityId(), granted.memberId());
        memberships.put(granted.membershipId(), membership);
        members.add(membership);
    }

    private void revoke(UUID membershipId) {
        Membership gone = memberships.remove(membershipId);
        if (gone != null) {
            members.remove(gone);
        }
    }
}
