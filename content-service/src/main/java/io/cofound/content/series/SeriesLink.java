package io.cofound.content.series;

import java.util.UUID;

/** Another series of the same community. */
record SeriesLink(UUID id, String title) {}
