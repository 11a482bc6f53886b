package io.cofound.matching.consent;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

/** A copy: community-service, which has the original, exports it. */
@ApplicationScoped
class ConsentPersonalData implements PersonalData {

    private final ConsentRepository consents;

    ConsentPersonalData(ConsentRepository consents) {
        this.consents = consents;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return consents.delete(request.memberId(), request.requestedAt());
    }
}
