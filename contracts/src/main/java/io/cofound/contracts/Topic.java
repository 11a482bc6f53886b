package io.cofound.contracts;

/**
 * A Kafka topic.
 *
 * @param name its name, {@code <domain>.<aggregate>} or {@code public.<plural>}
 * @param retention how long its records stay
 */
public record Topic(String name, Retention retention) {

    /** How long the records of a topic stay. */
    public enum Retention {
        /**
         * The last record of every key, for ever, so that a reader can rebuild from the start; a tombstone erases. What
         * an older record of a key said is gone some days after a newer one came.
         */
        STATE,
        /** Every record, for a day: news that is worth nothing later. */
        NEWS
    }

    /** Where records go that a consumer could not process, until they are replayed. */
    public String deadLetters() {
        return name + ".dlq";
    }
}
