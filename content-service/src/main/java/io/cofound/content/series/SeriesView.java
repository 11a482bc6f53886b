package io.cofound.content.series;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A series as its readers see it.
 *
 * @param prerequisites to be done before
 * @param creator null for a former member
 * @param steps its posts in their order, without those that are not to be seen now
 */
record SeriesView(
        UUID id,
        UUID communityId,
        long revision,
        SeriesKind kind,
        String title,
        String description,
        List<String> goals,
        List<SeriesLink> prerequisites,
        SeriesSummary.Creator creator,
        List<Step> steps,
        Instant createdAt,
        Instant changedAt) {

    static SeriesView of(Series series, String creatorName, List<SeriesLink> prerequisites, List<Step> steps) {
        return new SeriesView(
                series.id,
                series.communityId,
                series.revision,
                series.kind,
                series.title,
                series.description,
                List.of(series.goals),
                prerequisites,
                SeriesSummary.Creator.of(series.creatorId, creatorName),
                steps,
                series.createdAt,
                series.changedAt);
    }
}
