package io.cofound.platform.events.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.events.EventCodec;
import io.cofound.platform.events.MalformedEvent;
import io.cofound.platform.events.Received;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Gives a record to its handler until it is dealt with: handled, or kept as a dead letter. Only then does the returned
 * Uni complete, so that the offset is never committed before.
 */
@ApplicationScoped
public class EventReceiver {

    private static final Logger LOG = Logger.getLogger(EventReceiver.class);

    private final EventCodec codec;
    private final DeadLetters deadLetters;
    private final RetryPolicy retries;
    private final List<TransientFailure> transientFailures;
    private final Vertx vertx;

    EventReceiver(
            EventCodec codec,
            DeadLetters deadLetters,
            RetryPolicy retries,
            @All List<TransientFailure> transientFailures,
            Vertx vertx) {
        this.codec = codec;
        this.deadLetters = deadLetters;
        this.retries = retries;
        this.transientFailures = transientFailures;
        this.vertx = vertx;
    }

    /**
     * @param handler may be called again for the same event after a failure or a crash, so it must be idempotent
     * @return completes when the record is dealt with; never fails
     */
    public Uni<Void> receive(ConsumerRecord<String, byte[]> record, Function<Received, Uni<Void>> handler) {
        return attempt(1, record, handler);
    }

    private Uni<Void> attempt(
            int attempt, ConsumerRecord<String, byte[]> record, Function<Received, Uni<Void>> handler) {
        return Uni.createFrom()
                .deferred(() -> {
                    Optional<Received> received = codec.read(record);
                    return received.isPresent()
                            ? handler.apply(received.get())
                            : Uni.createFrom().voidItem();
                })
                .onFailure()
                .recoverWithUni(failure -> {
                    boolean hopeless =
                            failure instanceof MalformedEvent || attempt >= retries.attempts() && !isTransient(failure);
                    LOG.warnf(
                            "%s-%d@%d: attempt %d failed (%s)%s",
                            record.topic(),
                            record.partition(),
                            record.offset(),
                            attempt,
                            failure.getClass().getName(),
                            hopeless ? ", kept as a dead letter" : "");
                    return hopeless
                            ? deadLetters.keep(record, failure)
                            : pause(retries.pauseAfter(attempt)).chain(() -> attempt(attempt + 1, record, handler));
                });
    }

    private boolean isTransient(Throwable failure) {
        return transientFailures.stream().anyMatch(kind -> kind.matches(failure));
    }

    /** A Vert.x timer, so that what follows stays on the context that a Hibernate session is bound to. */
    private Uni<Void> pause(Duration duration) {
        return Uni.createFrom().emitter(emitter -> vertx.setTimer(duration.toMillis(), id -> emitter.complete(null)));
    }
}
