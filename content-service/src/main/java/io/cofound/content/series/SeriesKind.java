package io.cofound.content.series;

enum SeriesKind {
    /** Posts that tell one story. */
    SERIES,
    /** Posts to learn something by, step by step. */
    LEARNING_PATH
}
