package io.cofound.content.series;

/** @param creatorName null for a former member */
record SeriesRow(Series series, String creatorName) {}
