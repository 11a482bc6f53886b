package io.cofound.gateway.live;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofound.contracts.Topics;
import io.cofound.gateway.tail.TopicTail;
import io.cofound.platform.events.EventCodec;
import io.cofound.platform.events.Received;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.buffer.Buffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Brings what happens from the topics to the live streams. */
@ApplicationScoped
class LiveNews {

    private final EventCodec codec;
    private final ObjectMapper json;
    private final LiveStreams streams;
    private final Communities communities;
    private final TopicTail copied;
    private final TopicTail told;

    LiveNews(
            EventCodec codec,
            ObjectMapper json,
            LiveStreams streams,
            LiveConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.codec = codec;
        this.json = json;
        this.streams = streams;
        this.communities = new Communities(config.memberships());
        this.copied = new TopicTail(
                broker, List.of(Topics.COMMUNITY, Topics.MEMBERSHIP), TopicTail.From.BEGINNING, this::copy);
        this.told = new TopicTail(
                broker,
                List.of(Topics.POST, Topics.MEETUP, Topics.REGISTRATION, Topics.OPPORTUNITY, Topics.NOTIFICATION),
                TopicTail.From.NOW,
                this::tell);
    }

    void start(@Observes StartupEvent start) {
        copied.start();
        told.start();
    }

    /** Whether nothing is missed from now on, and it is known who may hear what. */
    boolean ready() {
        return copied.caughtUp() && told.caughtUp();
    }

    private void copy(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            communities.erase(UUID.fromString(record.key()));
        } else {
            codec.read(record).map(Received::event).ifPresent(communities::apply);
        }
    }

    private void tell(ConsumerRecord<String, byte[]> record) {
        codec.read(record).ifPresent(received -> News.of(received.event())
                .ifPresent(news -> streams.send(news.audience(), communities, event(received, news))));
    }

    private Buffer event(Received received, News news) {
        return ServerSentEvent.of(
                received.id().toString(), news.name(), news.data(json).toString());
    }

    @PreDestroy
    void close() {
        told.close();
        copied.close();
    }
}
