package io.cofound.community.export;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.ExportRequested;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** That somebody asked is kept as well. What was gathered is not exported again. */
@ApplicationScoped
class ExportPersonalData implements PersonalData {

    private record AskedFor(UUID exportId, ExportState state, Instant requestedAt, Instant expiresAt) {}

    private final ExportRepository exports;
    private final Outbox outbox;

    ExportPersonalData(ExportRepository exports, Outbox outbox) {
        this.exports = exports;
        this.outbox = outbox;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return exports.all(memberId)
                .map(all -> List.of(new Holding(
                        "exports",
                        all.stream()
                                .map(export ->
                                        new AskedFor(export.id, export.state, export.requestedAt, export.expiresAt))
                                .toList())));
    }

    /** Pieces that are still on their way find no export, and are forgotten as they arrive. */
    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return exports.all(request.memberId())
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .select()
                        .where(export -> export.state == ExportState.GATHERING
                                && !export.requestedAt.isAfter(request.requestedAt()))
                        .onItem()
                        .transformToUniAndConcatenate(export -> outbox.erase(ExportRequested.class, export.id))
                        .collect()
                        .last())
                .chain(() -> exports.deleteUntil(request.memberId(), request.requestedAt()))
                .replaceWithVoid();
    }
}
