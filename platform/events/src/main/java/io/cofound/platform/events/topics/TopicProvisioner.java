package io.cofound.platform.events.topics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.cofound.contracts.Topic;
import io.cofound.contracts.Topics;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics that are missing, before any consumer of this service subscribes to them. */
@ApplicationScoped
class TopicProvisioner {

    /** Before SmallRye starts the channels, which is at 1000. */
    private static final int BEFORE_CHANNELS = 100;

    private final io.cofound.platform.events.topics.TopicConfig config;
    private final Map<String, Object> broker;

    TopicProvisioner(
            io.cofound.platform.events.topics.TopicConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.config = config;
        this.broker = broker;
    }

    void provision(@Observes @Priority(BEFORE_CHANNELS) StartupEvent start)
            throws InterruptedException, ExecutionException, java.util.concurrent.TimeoutException {
        if (!config.provision()) {
            return;
        }
        try (Admin admin = Admin.create(broker)) {
            long patience = config.patience().toMillis();
            Set<String> existing = admin.listTopics(
                            new org.apache.kafka.clients.admin.ListTopicsOptions().timeoutMs((int) patience))
                    .names()
                    .get(patience, TimeUnit.MILLISECONDS);
            List<NewTopic> missing = Topics.ALL.stream()
                    .flatMap(topic -> Stream.of(newTopic(topic), deadLetters(topic)))
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            for (var creation : admin.createTopics(missing).values().values()) {
                awaitUnlessExists(creation);
            }
        }
    }

    private static void awaitUnlessExists(org.apache.kafka.common.KafkaFuture<Void> creation)
            throws InterruptedException, ExecutionException {
        try {
            creation.get();
        } catch (ExecutionException e) {
            // Another service was faster.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private NewTopic newTopic(Topic topic) {
        return new NewTopic(topic.name(), config.partitions(), config.replicationFactor())
                .configs(
                        switch (topic.retention()) {
                            case STATE -> state();
                            case NEWS -> forgottenAfter(config.newsRetention());
                        });
    }

    private NewTopic deadLetters(Topic topic) {
        return new NewTopic(topic.deadLetters(), 1, config.replicationFactor())
                .configs(forgottenAfter(config.deadLetterRetention()));
    }

    /** A consumer has the shorter lag to read every record in; what is erased is gone after both lags at most. */
    private Map<String, String> state() {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                millis(config.minCompactionLag()),
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                millis(config.maxCompactionLag()),
                TopicConfig.DELETE_RETENTION_MS_CONFIG,
                millis(config.minCompactionLag()));
    }

    private static Map<String, String> forgottenAfter(Duration retention) {
        return Map.of(TopicConfig.RETENTION_MS_CONFIG, millis(retention));
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
