package io.cofound.moderation.quality;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

/** Coarse copies, of which community-service exports the originals, and whose texts were looked at. */
@ApplicationScoped
class QualityPersonalData implements PersonalData {

    private final Origins origins;
    private final Observations observations;

    QualityPersonalData(Origins origins, Observations observations) {
        this.origins = origins;
        this.observations = observations;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return origins.forget(request.memberId(), request.requestedAt())
                .chain(() -> observations.disown(request.memberId(), request.requestedAt()));
    }
}
