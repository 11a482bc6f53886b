package io.cofound.community.export;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Waits for no service for ever, and keeps nothing that nobody fetches. */
@ApplicationScoped
class ExportRounds {

    private final ExportRepository exports;
    private final ExportService service;

    ExportRounds(ExportRepository exports, ExportService service) {
        this.exports = exports;
        this.service = service;
    }

    @Scheduled(every = "{cofound.privacy.look-after}", concurrentExecution = ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> lookAfter() {
        return exports.overdue(Instant.now().minus(Export.PATIENCE))
                .chain(overdue -> Multi.createFrom()
                        .iterable(overdue)
                        .onItem()
                        .transformToUniAndConcatenate(service::giveUp)
                        .collect()
                        .last())
                .chain(() -> exports.deleteExpired())
                .replaceWithVoid();
    }
}
