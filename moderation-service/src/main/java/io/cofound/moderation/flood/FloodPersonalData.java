package io.cofound.moderation.flood;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

/** Hashes of an hour's texts and the last day's joins, of which the other services export the originals. */
@ApplicationScoped
class FloodPersonalData implements PersonalData {

    private final TextPrints prints;
    private final JoinWaves waves;

    FloodPersonalData(TextPrints prints, JoinWaves waves) {
        this.prints = prints;
        this.waves = waves;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return prints.forget(request.memberId(), request.requestedAt())
                .chain(() -> waves.forget(request.memberId(), request.requestedAt()));
    }
}
