package io.cofound.content.series;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

/** The series that members made, and what they are done with. */
@ApplicationScoped
class SeriesPersonalData implements PersonalData {

    /** A series in its creator's export. */
    record OwnSeries(
            UUID id,
            UUID communityId,
            SeriesKind kind,
            String title,
            String description,
            List<String> goals,
            Instant createdAt,
            Instant changedAt) {

        static OwnSeries of(Series series) {
            return new OwnSeries(
                    series.id,
                    series.communityId,
                    series.kind,
                    series.title,
                    series.description,
                    List.of(series.goals),
                    series.createdAt,
                    series.changedAt);
        }
    }

    private final SeriesRepository series;
    private final ProgressRepository progress;

    SeriesPersonalData(SeriesRepository series, ProgressRepository progress) {
        this.series = series;
        this.progress = progress;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return series.createdBy(memberId).chain(created -> progress.doneBy(memberId)
                .map(done -> List.of(
                        new Holding(
                                "series", created.stream().map(OwnSeries::of).toList()),
                        new Holding("series-steps-done", done))));
    }

    /** With KEEP a series stays without its creator; with REMOVE it goes with all that others have done of it. */
    @Override
    public Uni<Void> erase(ErasureRequested request) {
        UUID member = request.memberId();
        Instant until = request.requestedAt();
        return progress.deleteOf(member, until)
                .chain(() -> request.publicContent() == PublicContent.REMOVE
                        ? series.deleteCreatedBy(member, until)
                        : series.disownCreatedBy(member, until));
    }
}
