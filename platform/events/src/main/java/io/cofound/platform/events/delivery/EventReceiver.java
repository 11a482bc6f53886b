package io.cofound.platform.events.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.events.EventCodec;
import io.cofound.platform.events.MalformedEvent;
import io.cofound.platform.events.Received;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
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

    private record Batch(List<ConsumerRecord<String, byte[]>> records, List<Received> events) {

        void add(ConsumerRecord<String, byte[]> record, Received event) {
            records.add(record);
            events.add(event);
        }
    }

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

    /**
     * Gives the records of a poll to their handler at once. When that fails for another reason than that something is
     * away, they are given one by one, so that only the guilty one becomes a dead letter.
     *
     * @param handler gets the events in the order of their partitions, never none; may be called again for the same
     *     events, together or alone, so it must be idempotent
     * @return completes when every record is dealt with; never fails
     */
    public Uni<Void> receiveAll(
            Iterable<ConsumerRecord<String, byte[]>> records, Function<List<Received>, Uni<Void>> handler) {
        List<ConsumerRecord<String, byte[]>> malformed = new ArrayList<>();
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>());
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                codec.read(record).ifPresent(event -> batch.add(record, event));
            } catch (MalformedEvent e) {
                malformed.add(record);
            }
        }
        return oneByOne(malformed, handler)
                .chain(() -> batch.events().isEmpty() ? Uni.createFrom().voidItem() : attemptAll(1, batch, handler));
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
                    boolean hopeless = isHopeless(attempt, failure);
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

    private Uni<Void> attemptAll(int attempt, Batch batch, Function<List<Received>, Uni<Void>> handler) {
        return Uni.createFrom()
                .deferred(() -> handler.apply(batch.events()))
                .onFailure()
                .recoverWithUni(failure -> {
                    boolean hopeless = isHopeless(attempt, failure);
                    LOG.warnf(
                            "%s: attempt %d at %d records failed (%s)%s",
                            batch.records().getFirst().topic(),
                            attempt,
                            batch.records().size(),
                            failure.getClass().getName(),
                            hopeless ? ", now one by one" : "");
                    return hopeless
                            ? oneByOne(batch.records(), handler)
                            : pause(retries.pauseAfter(attempt)).chain(() -> attemptAll(attempt + 1, batch, handler));
                });
    }

    private Uni<Void> oneByOne(
            List<ConsumerRecord<String, byte[]>> records, Function<List<Received>, Uni<Void>> handler) {
        return Multi.createFrom()
                .iterable(records)
                .onItem()
                .transformToUniAndConcatenate(record -> receive(record, event -> handler.apply(List.of(event))))
                .onItem()
                .ignoreAsUni();
    }

    private boolean isHopeless(int attempt, Throwable failure) {
        return failure instanceof MalformedEvent || attempt >= retries.attempts() && !isTransient(failure);
    }

    private boolean isTransient(Throwable failure) {
        return transientFailures.stream().anyMatch(kind -> kind.matches(failure));
    }

    /** A Vert.x timer, so that what follows stays on the context that a Hibernate session is bound to. */
    private Uni<Void> pause(Duration duration) {
        return Uni.createFrom().emitter(emitter -> vertx.setTimer(duration.toMillis(), id -> emitter.complete(null)));
    }
}
