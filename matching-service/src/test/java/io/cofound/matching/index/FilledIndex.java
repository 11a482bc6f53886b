package io.cofound.matching.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

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

    /** As if they had just happened, and as one segment; can be found at once. */
    public void take(Event... events) {
        take(List.of(events), Instant.now());
    }

    public void take(Event event, Instant happened) {
        take(List.of(event), happened);
    }

    private void take(List<Event> events, Instant happened) {
        try {
            for (Event event : events) {
                indexer.apply(event, happened);
            }
            index.refresh();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** As a service does from time to time. */
    public void purge() {
        try {
            index.purge();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public void commit() {
        try {
            index.commit();
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

        @Override
        public Duration purgeEvery() {
            return Duration.ofMinutes(10);
        }
    }
}
