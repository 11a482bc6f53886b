package io.cofound.matching.relevance;

/**
 * One part of a score.
 *
 * @param text for people, in the reader's language
 * @param contribution above 0, with at most four decimals; the contributions of a score's reasons sum to it
 */
public record Reason(Kind kind, String text, double contribution) {

    /** What speaks for something. */
    public enum Kind {
        /** A subject that both have, in whatever words. */
        CONCEPT,
        /** The texts say similar things. */
        MEANING,
        /** The texts use the same words. */
        WORDS,
        /** It was published lately. */
        FRESHNESS,
        /** It comes from a community the reader belongs to. */
        COMMUNITY
    }
}
