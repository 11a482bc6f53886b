package io.cofound.content.follow;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

/** Whom the member follows, as it is copied here. */
@ApplicationScoped
class FollowPersonalData implements PersonalData {

    record Following(UUID memberId, Instant since) {

        static Following of(Object[] row) {
            return new Following((UUID) row[0], Instant.EPOCH.plus((long) row[1], ChronoUnit.MICROS));
        }
    }

    private final Follows follows;

    FollowPersonalData(Follows follows) {
        this.follows = follows;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return follows.of(memberId)
                .map(rows -> List.of(new Holding(
                        "follow-copies", rows.stream().map(Following::of).toList())));
    }

    /** In both directions, as each says something of the member. */
    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return follows.forget(request.memberId(), request.requestedAt());
    }
}
