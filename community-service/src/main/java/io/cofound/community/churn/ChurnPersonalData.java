package io.cofound.community.churn;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

/** The copy of the consent. Risks are not kept, and the model knows coefficients, not members. */
@ApplicationScoped
class ChurnPersonalData implements PersonalData {

    private final AnalyticsConsents consents;

    ChurnPersonalData(AnalyticsConsents consents) {
        this.consents = consents;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return consents.of(memberId)
                .map(consent -> List.of(new Holding(
                        "analytics-consents",
                        Optional.ofNullable(consent).stream().toList())));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return consents.delete(request.memberId());
    }
}
