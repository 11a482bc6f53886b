package io.cofound.e2e;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import io.cofound.contracts.Topic.Retention;
import io.cofound.contracts.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Lets the broker compact now what it otherwise compacts within two weeks. Closing it restores the topics' own time. */
final class Compaction implements AutoCloseable {

    private static final Map<String, String> AT_ONCE = Map.of(
            TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, "0",
            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, "1",
            TopicConfig.SEGMENT_MS_CONFIG, "1",
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.0001");

    private static final String NOBODY = new UUID(0, 0).toString();

    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<ConfigResource, Map<String, String>> before;

    Compaction(Cofound cofound) throws ExecutionException, InterruptedException {
        Map<String, Object> broker = Map.of("bootstrap.servers", cofound.internalListener());
        admin = Admin.create(broker);
        producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
        before = own();
        alter(before.keySet(), AT_ONCE);
    }

    /**
     * Ends the segments that are written to now, which are never compacted. The keys are those of nobody; with the same
     * key again nothing of them stays either.
     */
    void rollSegments() {
        for (ConfigResource topic : before.keySet()) {
            producer.partitionsFor(topic.name())
                    .forEach(partition ->
                            producer.send(new ProducerRecord<>(topic.name(), partition.partition(), NOBODY, null)));
        }
        producer.flush();
    }

    @Override
    public void close() throws ExecutionException, InterruptedException {
        for (var topic : before.entrySet()) {
            alter(List.of(topic.getKey()), topic.getValue());
        }
        producer.close();
        admin.close();
    }

    private Map<ConfigResource, Map<String, String>> own() throws ExecutionException, InterruptedException {
        List<ConfigResource> topics = Topics.ALL.stream()
                .filter(topic -> topic.retention() == Retention.STATE)
                .map(topic -> new ConfigResource(Type.TOPIC, topic.name()))
                .toList();
        Map<ConfigResource, Map<String, String>> own = new HashMap<>();
        admin.describeConfigs(topics)
                .all()
                .get()
                .forEach((topic, config) -> own.put(
                        topic, AT_ONCE.keySet().stream().collect(Collectors.toMap(name -> name, name -> config.get(name)
                                .value()))));
        return own;
    }

    private void alter(Collection<ConfigResource> topics, Map<String, String> values)
            throws ExecutionException, InterruptedException {
        List<AlterConfigOp> changes = values.entrySet().stream()
                .map(value -> new AlterConfigOp(new ConfigEntry(value.getKey(), value.getValue()), OpType.SET))
                .toList();
        admin.incrementalAlterConfigs(topics.stream().collect(Collectors.toMap(topic -> topic, topic -> changes)))
                .all()
                .get();
    }
}
