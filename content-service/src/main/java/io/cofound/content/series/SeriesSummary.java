package io.cofound.content.series;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A series in a list.
 *
 * @param creator null for a former member
 */
record SeriesSummary(
        UUID id,
        UUID communityId,
        SeriesKind kind,
        String title,
        String description,
        List<String> goals,
        Creator creator,
        Instant createdAt,
        Instant changedAt) {

    /** @param displayName as it is today */
    record Creator(UUID id, String displayName) {

        static Creator of(UUID id, String displayName) {
            return id == null || displayName == null ? null : new Creator(id, displayName);
        }
    }

    static SeriesSummary of(SeriesRow row) {
        Series series = row.series();
        return new SeriesSummary(
                series.id,
                series.communityId,
                series.kind,
                series.title,
                series.description,
                List.of(series.goals),
                Creator.of(series.creatorId, row.creatorName()),
                series.createdAt,
                series.changedAt);
    }
}
