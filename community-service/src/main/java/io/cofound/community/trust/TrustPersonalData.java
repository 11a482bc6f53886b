package io.cofound.community.trust;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.TrustChanged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class TrustPersonalData implements PersonalData {

    record TrustSignalItem(SignalKind kind, UUID subjectId, Instant occurredAt) {}

    private final TrustRepository trusts;
    private final SignalRepository signals;
    private final TrustService service;
    private final Outbox outbox;

    TrustPersonalData(TrustRepository trusts, SignalRepository signals, TrustService service, Outbox outbox) {
        this.trusts = trusts;
        this.signals = signals;
        this.service = service;
        this.outbox = outbox;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return service.explain(memberId).chain(level -> signals.of(memberId)
                .map(known -> List.of(
                        new Holding("trust-levels", List.of(level)),
                        new Holding(
                                "trust-signals",
                                known.stream()
                                        .map(signal -> new TrustSignalItem(
                                                signal.kind(), signal.subjectId(), signal.occurredAt()))
                                        .toList()))));
    }

    /** The row is there and locked first, so that no signal in work can put one back. */
    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return trusts.lockOrAdd(request.memberId())
                .call(() -> signals.deleteOf(request.memberId()))
                .chain(trust -> trusts.delete(trust))
                .chain(() -> outbox.erase(TrustChanged.class, request.memberId()));
    }
}
