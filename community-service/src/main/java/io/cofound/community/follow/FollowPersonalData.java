package io.cofound.community.follow;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.member.FollowCounters;
import io.cofound.contracts.community.MemberFollowed;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Whom a member follows. Who follows the member is the others' own; of them the profile tells how many. */
@ApplicationScoped
class FollowPersonalData implements PersonalData {

    /**
     * Whom the member follows, or once did.
     *
     * @param since when it last began or ended
     */
    record Following(UUID memberId, boolean active, Instant since) {}

    private final FollowRepository follows;
    private final FollowCounters counters;
    private final Outbox outbox;

    FollowPersonalData(FollowRepository follows, FollowCounters counters, Outbox outbox) {
        this.follows = follows;
        this.counters = counters;
        this.outbox = outbox;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return follows.allOf(memberId)
                .map(rows -> rows.stream()
                        .map(row -> new Following(row.followedId, row.active, row.since))
                        .toList())
                .map(items -> List.of(new Holding("following", items)));
    }

    /** In both directions, as each says something of the member. */
    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return counters.discount(request.memberId())
                .chain(() -> follows.deleteAround(request.memberId()))
                .onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids))
                .onItem()
                .transformToUniAndConcatenate(id -> outbox.erase(MemberFollowed.class, id))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
