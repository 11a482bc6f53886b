package io.cofound.content.series;

import java.time.Instant;

/**
 * A series that the caller has begun.
 *
 * @param steps how many posts of the series can be seen now
 * @param share of these that are done, 0 to 1
 * @param nextStep the first that is not done; null where all are
 */
record StartedSeries(SeriesSummary series, Instant startedAt, int steps, double share, Step nextStep) {}
