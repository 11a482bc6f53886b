package io.cofound.matching.relevance;

/**
 * How much each kind of evidence counts; together at most 1. Where a document or the interest has no vector, what
 * meaning counts goes to the others in proportion, so that scores stay comparable.
 */
public record Relevance(double concepts, double meaning, double words) {

    /** For the evidence at hand. */
    public Relevance given(Evidence evidence) {
        if (evidence.meaning().isPresent() || concepts + words == 0) {
            return this;
        }
        double stretch = (concepts + meaning + words) / (concepts + words);
        return new Relevance(concepts * stretch, 0, words * stretch);
    }
}
