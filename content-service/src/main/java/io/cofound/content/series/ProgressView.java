package io.cofound.content.series;

import java.util.List;
import java.util.UUID;

/**
 * How far the caller is with a series.
 *
 * @param done the posts that the caller is done with, in the order of the series
 * @param steps how many posts of the series can be seen now
 * @param share of these that are done, 0 to 1
 * @param nextStep the first that is not done; null where all are
 * @param missingPrerequisites series to be done before which the caller has not completed
 */
record ProgressView(
        UUID seriesId, List<UUID> done, int steps, double share, Step nextStep, List<SeriesLink> missingPrerequisites) {

    static ProgressView of(UUID seriesId, Progress progress, List<SeriesLink> missing) {
        return new ProgressView(
                seriesId, progress.done(), progress.steps(), progress.share(), progress.nextStep(), missing);
    }
}
