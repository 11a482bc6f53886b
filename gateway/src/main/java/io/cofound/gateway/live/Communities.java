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
 * Who belongs to which community: a copy in memory, made from the compacted topics. The highest revision counts, since
 * a replayed dead letter comes after records that are newer.
 */
final class Communities {

    private static final Logger LOG = Logger.getLogger(Communities.class);

    private record Membership(UUID community, UUID member) {}

    private record Seen(long revision, Visibility visibility) {}

    private final int limit;
    private final Map<UUID, Seen> visibilities = new ConcurrentHashMap<>();
    private final Map<UUID, Long> revoked = new ConcurrentHashMap<>();
    private final Map<UUID, Membership> memberships = new ConcurrentHashMap<>();
    private final Set<Membership> members = ConcurrentHashMap.newKeySet();
    private volatile boolean full;

    /** @param limit memberships that are kept; those beyond it do not count */
    Communities(int limit) {
        this.limit = limit;
    }

    void apply(Event event) {
        switch (event) {
            case CommunityCreated e -> show(e.communityId(), new Seen(e.revision(), e.visibility()));
            case CommunityChanged e -> show(e.communityId(), new Seen(e.revision(), e.visibility()));
            case MembershipGranted e -> grant(e);
            case MembershipRevoked e -> revoke(e);
            default -> {}
        }
    }

    /** What the key stands for was erased: a community or a membership. */
    void erase(UUID key) {
        visibilities.remove(key);
        revoked.remove(key);
        forget(key);
    }

    /** Empty for a community this copy does not know, or not yet. */
    Optional<Visibility> visibilityOf(UUID community) {
        return Optional.ofNullable(visibilities.get(community)).map(Seen::visibility);
    }

    boolean isMember(UUID community, UUID member) {
        return members.contains(new Membership(community, member));
    }

    private void show(UUID community, Seen seen) {
        visibilities.merge(community, seen, (old, now) -> now.revision() > old.revision() ? now : old);
    }

    private void grant(MembershipGranted granted) {
        if (memberships.containsKey(granted.membershipId())
                || granted.revision() <= revoked.getOrDefault(granted.membershipId(), 0L)) {
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

    /** A replayed one that is older than a later grant is taken for the last word: who hears less, hears nothing wrong. */
    private void revoke(MembershipRevoked e) {
        if (revoked.size() < limit) {
            revoked.merge(e.membershipId(), e.revision(), Math::max);
        }
        forget(e.membershipId());
    }

    private void forget(UUID membershipId) {
        Membership gone = memberships.remove(membershipId);
        if (gone != null) {
            members.remove(gone);
        }
    }
}
