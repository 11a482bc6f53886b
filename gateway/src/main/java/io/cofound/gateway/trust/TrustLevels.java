package io.cofound.gateway.trust;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.cofound.contracts.community.TrustChanged;
import org.jboss.logging.Logger;

/**
 * How much each member is trusted: a copy in memory, made from the compacted topic. The highest revision counts, since a
 * replayed dead letter comes after records that are newer.
 */
final class TrustLevels {

    private static final Logger LOG = Logger.getLogger(TrustLevels.class);

    private record Seen(long revision, int level) {}

    private final int limit;
    private final Map<UUID, Seen> levels = new ConcurrentHashMap<>();
    private volatile boolean full;

    /** @param limit members that are kept; those beyond it count as level 0 */
    TrustLevels(int limit) {
        this.limit = limit;
    }

    void apply(TrustChanged changed) {
        if (levels.size() >= limit && !levels.containsKey(changed.memberId())) {
            if (!full) {
                LOG.errorf("the levels of %d members are all that is kept; raise cofound.trust.members", limit);
                full = true;
            }
            return;
        }
        levels.merge(
                changed.memberId(),
                new Seen(changed.revision(), changed.level()),
                (old, now) -> now.revision() > old.revision() ? now : old);
    }

    /** The member was erased. */
    void erase(UUID member) {
        levels.remove(member);
    }

    /** 0 to 4; 0 for a member of whom nothing is known. */
    int of(UUID member) {
        Seen seen = levels.get(member);
        return seen == null ? 0 : seen.level();
    }
}
