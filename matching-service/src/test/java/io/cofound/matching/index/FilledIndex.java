package io.cofound.matching.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import io.cofound.contracts.Event;
import io.cofound.matching.concept.Glossary;
import io.cofound.matching.embedding.Embedder;
import org.apache.kafka.common.TopicPartition;

/** The real index without the topics that feed it. */
public final class FilledIndex implements AutoCloseable {

    private final MatchingIndex index;
    private final Indexer indexer;

    public FilledIndex(Path folder, Embedder embedder) {
        index = new MatchingIndex(new Settings(folder), embedder);
        indexer = new Indexer(index, new Documents(new Glossary(), embedder));
        try {
            index.open();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public MatchingIndex index() {
        return index;
    }

    /** As if it had just happened; can be found at once. */
    public void take(Event... events) {
        for (Event event : events) {
            take(event, Instant.now());
        }
    }

    public void take(Event event, Instant happened) {
        try {
            indexer.apply(event, happened);
            index.refresh();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public void read(String topic, int partition, long next) {
        try {
            index.advance(new TopicPartition(topic, partition), next);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** As a service that stops in order. */
    @Override
    public void close() {
        try {
            index.close();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private record Settings(Path folder) implements IndexConfig {

        @Override
        public Duration refreshEvery() {
            return Duration.ofMillis(200);
        }

        @Override
        public Duration commitEvery() {
            return Duration.ofSeconds(5);
        }

        @Override
        public int commitAfter() {
            return 1_000;
        }
    }
}
