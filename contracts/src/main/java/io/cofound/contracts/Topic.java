package io.cofound.contracts;

/**
 * A Kafka topic.
 *
 * @param name its name, {@code <domain>.<aggregate>} or {@code public.<plural>}
 * @param compacted whether the last record of every key is kept for ever, so that a reader can rebuild from the start
 */
public record Topic(String name, boolean compacted) {

    /** Where records go that a consumer could not process, until they are replayed. */
    public String deadLetters() {
        return name + ".dlq";
    }
}
