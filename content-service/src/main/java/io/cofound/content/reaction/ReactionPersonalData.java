package io.cofound.content.reaction;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.counter.Counter;
import io.cofound.content.counter.Counters;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

/** How members reacted. */
@ApplicationScoped
class ReactionPersonalData implements PersonalData {

    private final ReactionRepository reactions;
    private final Counters counters;

    ReactionPersonalData(ReactionRepository reactions, Counters counters) {
        this.reactions = reactions;
        this.counters = counters;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return reactions.of(memberId).map(own -> List.of(new Holding("reactions", own)));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return reactions
                .removeOf(request.memberId(), request.requestedAt())
                .chain(gone -> counters.subtract(gone, Counter.REACTIONS));
    }
}
