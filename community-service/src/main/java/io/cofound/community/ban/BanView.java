package io.cofound.community.ban;

import java.time.Instant;
import java.util.UUID;

/**
 * A ban.
 *
 * @param until when it ends; null for one without end
 * @param reason null after who wrote it was erased
 */
public record BanView(UUID communityId, UUID memberId, Instant until, String reason, UUID bannedBy, Instant bannedAt) {

    static BanView of(Ban ban) {
        return new BanView(ban.communityId, ban.memberId, ban.endsAt, ban.reason, ban.bannedBy, ban.bannedAt);
    }
}
