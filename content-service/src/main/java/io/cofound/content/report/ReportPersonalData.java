package io.cofound.content.report;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.content.ContentReported;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** What members reported, and their words about it. Reports of others about an erased member's text stay: they are theirs. */
@ApplicationScoped
class ReportPersonalData implements PersonalData {

    private final ReportRepository reports;
    private final Outbox outbox;

    ReportPersonalData(ReportRepository reports, Outbox outbox) {
        this.reports = reports;
        this.outbox = outbox;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return reports.of(memberId).map(own -> List.of(new Holding("reports", own)));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return reports.removeOf(request.memberId(), request.requestedAt()).chain(gone -> Multi.createFrom()
                .iterable(gone)
                .onItem()
                .transformToUniAndConcatenate(report -> outbox.erase(ContentReported.class, report))
                .collect()
                .last());
    }
}
