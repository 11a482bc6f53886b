package io.cofound.matching.concept;

/**
 * Something start-ups talk about, whatever the words and the language.
 *
 * @param broader id of the concept that this one implies; null for none
 */
public record Concept(String id, Kind kind, String chinese, String english, String broader) {

    /** How much it says about a text that the concept occurs in it, from 0 to 1. */
    public double weight() {
        return kind.weight;
    }

    /** What a concept is. Weights were chosen on the odd half of the evaluation set. */
    public enum Kind {
        SECTOR(1.0),
        TECHNOLOGY(1.0),
        ROLE(1.0),
        FUNDING(0.7),
        STAGE(0.7),
        PLACE(0.6),
        TERMS(0.6);

        private final double weight;

        Kind(double weight) {
            this.weight = weight;
        }
    }
}
