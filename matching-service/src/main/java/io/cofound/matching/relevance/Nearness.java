package io.cofound.matching.relevance;

/**
 * What the cosine of two centred embeddings tells. Across languages it is lower, for unrelated texts as for related
 * ones, so each has a scale of its own. Chosen on the odd half of the evaluation set.
 */
enum Nearness {
    WITHIN_LANGUAGE(0.19, 0.60),
    ACROSS_LANGUAGES(0.06, 0.33);

    private final double unrelated;
    private final double same;

    /**
     * @param unrelated the mean cosine of texts that have nothing to do with each other
     * @param same from here on it makes no difference any more
     */
    Nearness(double unrelated, double same) {
        this.unrelated = unrelated;
        this.same = same;
    }

    /** From 0 to 1. */
    double of(double cosine) {
        return Math.clamp((cosine - unrelated) / (same - unrelated), 0, 1);
    }
}
