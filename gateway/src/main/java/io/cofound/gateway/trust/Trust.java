package io.cofound.gateway.trust;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.cofound.contracts.Topics;
import io.cofound.contracts.community.TrustChanged;
import io.cofound.gateway.tail.TopicTail;
import io.cofound.platform.events.EventCodec;
import io.cofound.platform.events.Received;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How much members are trusted, as far as the topic has been read. Nobody waits for it: who is not known yet is new. */
@ApplicationScoped
public class Trust {

    private final EventCodec codec;
    private final TrustLevels levels;
    private final TopicTail tail;

    Trust(EventCodec codec, TrustConfig config, @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.codec = codec;
        this.levels = new TrustLevels(config.members());
        this.tail = new TopicTail(broker, List.of(Topics.TRUST), TopicTail.From.BEGINNING, this::take);
    }

    void start(@Observes StartupEvent start) {
        tail.start();
    }

    /** 0 to 4; 0 for a member of whom nothing is known. */
    public int levelOf(UUID member) {
        return levels.of(member);
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            levels.erase(UUID.fromString(record.key()));
        } else if (codec.read(record).orElse(null) instanceof Received(var id, var time, TrustChanged changed)) {
            levels.apply(changed);
        }
    }

    @PreDestroy
    void close() {
        tail.close();
    }
}
