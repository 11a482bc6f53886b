package io.cofound.platform.events.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.Topic;
import io.cofound.platform.events.EventProducer;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Puts dead letters back where they came from, after what they stumbled over was mended. Consumers that had processed
 * them know their ids; compacted order is the operator's to judge. Blocking: not for the event loop.
 */
@ApplicationScoped
class DeadLetterReplay {

    private static final String GROUP = "dead-letter-replay";

    private final EventProducer producer;
    private final Map<String, Object> config;

    DeadLetterReplay(EventProducer producer, @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.producer = producer;
        this.config = new HashMap<>(broker);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    }

    /** @return how many letters were put back; those replayed before are not counted nor sent again */
    int replay(Topic topic) {
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.deadLetters()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            int replayed = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                replayed += putBack(topic, consumer.poll(Duration.ofSeconds(1)));
                consumer.commitSync();
            }
            return replayed;
        }
    }

    private int putBack(Topic topic, ConsumerRecords<String, byte[]> letters) {
        List<Future<?>> acknowledgements = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> letter : letters) {
            RecordHeaders headers = new RecordHeaders(letter.headers());
            List.of(DeadLetters.CONSUMER, DeadLetters.ERROR, DeadLetters.ORIGIN).forEach(headers::remove);
            acknowledgements.add(
                    producer.send(new ProducerRecord<>(topic.name(), null, letter.key(), letter.value(), headers)));
        }
        for (Future<?> acknowledgement : acknowledgements) {
            try {
                acknowledgement.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("replay interrupted", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("replay not acknowledged", e.getCause());
            }
        }
        return acknowledgements.size();
    }
}
