package io.cofound.community.ban;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

/** The bans about the member, and those that the member imposed. */
@ApplicationScoped
class BanPersonalData implements PersonalData {

    /** Without the other member, whose data that is. */
    record ExportedBan(UUID communityId, Instant until, String reason, Instant bannedAt) {

        static ExportedBan of(Ban ban) {
            return new ExportedBan(ban.communityId, ban.endsAt, ban.reason, ban.bannedAt);
        }
    }

    private final BanRepository bans;

    BanPersonalData(BanRepository bans) {
        this.bans = bans;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return bans.about(memberId).chain(about -> bans.by(memberId)
                .map(imposed -> List.of(
                        new Holding("bans", about.stream().map(ExportedBan::of).toList()),
                        new Holding(
                                "imposed-bans",
                                imposed.stream().map(ExportedBan::of).toList()))));
    }

    /** The bans stay, by ids alone, so that nobody gets rid of one by being forgotten; what was written goes. */
    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return bans.dropReasons(request.memberId()).replaceWithVoid();
    }
}
