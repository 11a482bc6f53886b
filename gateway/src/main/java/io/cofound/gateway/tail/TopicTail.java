package io.cofound.gateway.tail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads topics for this instance alone, on a thread of its own. It is in no consumer group, so every instance sees every
 * record, nothing is left behind on the broker, and a broker that was away is read on from where it stopped.
 */
public final class TopicTail implements AutoCloseable {

    /** Where reading starts. */
    public enum From {
        BEGINNING,
        NOW
    }

    private static final Logger LOG = Logger.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final List<String> topics;
    private final From from;
    private final Consumer<ConsumerRecord<String, byte[]>> reader;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;
    private final Map<TopicPartition, Long> targets = new HashMap<>();
    private long partitionsCheckedAt;
    private volatile boolean caughtUp;
    private volatile boolean closed;

    /** @param reader is called on the tail's thread, one record at a time */
    public TopicTail(
            Map<String, Object> broker,
            List<String> topics,
            From from,
            Consumer<ConsumerRecord<String, byte[]>> reader) {
        this.topics = topics;
        this.from = from;
        this.reader = reader;
        Map<String, Object> config = new HashMap<>(broker);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, from == From.NOW ? "latest" : "earliest");
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 2 << 20);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1 << 20);
        this.consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        this.thread =
                Thread.ofPlatform().daemon().name("tail-" + topics.getFirst()).unstarted(this::read);
    }

    public void start() {
        thread.start();
    }

    /** Whether everything that was there at the start has been read; from then on always. */
    public boolean caughtUp() {
        return caughtUp;
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (consumer) {
            while (!closed) {
                try {
                    discoverPartitions();
                    consumer.poll(POLL).forEach(this::give);
                    caughtUp = caughtUp || reached();
                } catch (WakeupException e) {
                    LOG.debugf("%s: no longer read", topics);
                } catch (RuntimeException e) {
                    LOG.warnf("%s: %s", topics, e.toString());
                    pause();
                }
            }
        }
    }

    private void give(ConsumerRecord<String, byte[]> record) {
        try {
            reader.accept(record);
        } catch (RuntimeException e) {
            // The record is for others too; whoever has to process it keeps it as a dead letter.
            LOG.warnf("%s-%d@%d not read: %s", record.topic(), record.partition(), record.offset(), e.toString());
        }
    }

    /** Topics may grow; partitions that come later are new, and so read from their start. */
    private void discoverPartitions() {
        long now = System.nanoTime();
        Set<TopicPartition> known = consumer.assignment();
        if (!known.isEmpty()
                && now - partitionsCheckedAt < Duration.ofMinutes(1).toNanos()) {
            return;
        }
        List<TopicPartition> all = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        List<TopicPartition> added = new ArrayList<>(all);
        added.removeAll(known);
        if (!added.isEmpty()) {
            // Asked for before the assignment: if the broker does not answer, the next round begins again.
            boolean first = known.isEmpty();
            Map<TopicPartition, Long> ends = first ? consumer.endOffsets(added) : Map.of();
            consumer.assign(all);
            startReading(added, first);
            targets.putAll(ends);
        }
        partitionsCheckedAt = now;
    }

    private void startReading(List<TopicPartition> added, boolean first) {
        if (first && from == From.NOW) {
            consumer.seekToEnd(added);
        } else {
            consumer.seekToBeginning(added);
        }
    }

    private boolean reached() {
        return !targets.isEmpty()
                && targets.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            closed = true;
        }
    }
}
