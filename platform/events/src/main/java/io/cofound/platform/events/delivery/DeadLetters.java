package io.cofound.platform.events.delivery;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.events.EventProducer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Keeps records that a consumer could not process, unchanged, in {@code <topic>.dlq}, with headers that say who failed
 * and with what kind of error. The error's message is left out, since it may quote what a member wrote.
 */
@ApplicationScoped
class DeadLetters {

    static final String CONSUMER = "dlq-consumer";
    static final String ERROR = "dlq-error";
    static final String ORIGIN = "dlq-origin";

    private final EventProducer producer;
    private final String consumer;

    DeadLetters(EventProducer producer, @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.producer = producer;
        this.consumer = consumer;
    }

    /** Completes when the broker has it; tries for as long as it takes. */
    Uni<Void> keep(ConsumerRecord<String, byte[]> record, Throwable failure) {
        Context context = Vertx.currentContext();
        RecordHeaders headers = new RecordHeaders(record.headers());
        headers.add(CONSUMER, consumer.getBytes(UTF_8));
        headers.add(ERROR, failure.getClass().getName().getBytes(UTF_8));
        headers.add(
                ORIGIN,
                "%s-%d@%d"
                        .formatted(record.topic(), record.partition(), record.offset())
                        .getBytes(UTF_8));
        var letter = new ProducerRecord<>(record.topic() + ".dlq", null, record.key(), record.value(), headers);
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return producer.send(letter).get();
                    } catch (Exception e) {
                        throw new IllegalStateException("dead letter not acknowledged", e);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .retry()
                .withBackOff(java.time.Duration.ofMillis(200), java.time.Duration.ofSeconds(15))
                .indefinitely()
                .replaceWithVoid()
                .emitOn(command -> {
                    if (context == null) {
                        command.run();
                    } else {
                        context.runOnContext(ignored -> command.run());
                    }
                });
    }
}
