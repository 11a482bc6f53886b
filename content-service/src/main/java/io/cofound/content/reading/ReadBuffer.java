package io.cofound.content.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.cofound.content.post.Sightings.Sighting;
import io.cofound.platform.events.delivery.TransientFailure;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * Gathers reads and has them kept together, one batch after another. Nobody is told that a read is kept before it is:
 * what waits here when the process dies was never acknowledged.
 */
@ApplicationScoped
class ReadBuffer {

    private record Waiting(Read read, UniEmitter<? super Void> reader) {}

    private static final Logger LOG = Logger.getLogger(ReadBuffer.class);
    private static final int ATTEMPTS = 4;
    private static final long PAUSE_MILLIS = 50;
    private static final long FAREWELL_SECONDS = 8;

    private final ReadFlush flush;
    private final ReadingConfig config;
    private final List<TransientFailure> transientFailures;
    private final Vertx vertx;
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private CompletableFuture<Void> flushing = CompletableFuture.completedFuture(null);

    ReadBuffer(ReadFlush flush, ReadingConfig config, @All List<TransientFailure> transientFailures, Vertx vertx) {
        this.flush = flush;
        this.config = config;
        this.transientFailures = transientFailures;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.flushEvery().toMillis(), timer -> flush());
    }

    void stop(@Observes ShutdownEvent event) throws Exception {
        while (true) {
            flush();
            CompletableFuture<Void> last;
            synchronized (this) {
                if (queue.isEmpty() && flushing.isDone()) {
                    return;
                }
                last = flushing;
            }
            last.get(FAREWELL_SECONDS, TimeUnit.SECONDS);
        }
    }

    /**
     * Completes when the read is kept, or its member did not agree to that; fails with 404 where the reader may not see
     * the post, and with 503 where it cannot be kept now.
     */
    Uni<Void> add(Read read) {
        Context request = vertx.getOrCreateContext();
        return Uni.createFrom()
                .<Void>emitter(reader -> add(new Waiting(read, reader)))
                .emitOn(task -> request.runOnContext(ignored -> task.run()));
    }

    private void add(Waiting waiting) {
        boolean enough;
        synchronized (this) {
            if (queue.size() >= config.capacity()) {
                waiting.reader.fail(ReadLimits.busy());
                return;
            }
            queue.add(waiting);
            enough = queue.size() >= config.flushAt();
        }
        if (enough) {
            flush();
        }
    }

    private void flush() {
        List<Waiting> batch = new ArrayList<>();
        CompletableFuture<Void> done = new CompletableFuture<>();
        synchronized (this) {
            if (!flushing.isDone() || queue.isEmpty()) {
                return;
            }
            while (batch.size() < config.flushAt() && !queue.isEmpty()) {
                batch.add(queue.remove());
            }
            flushing = done;
        }
        keep(batch, 1, done);
    }

    private void keep(List<Waiting> batch, int attempt, CompletableFuture<Void> done) {
        Background.run(
                vertx,
                () -> flush.keep(batch.stream().map(Waiting::read).toList()),
                seen -> {
                    answer(batch, seen);
                    finish(done);
                },
                failure -> {
                    boolean again =
                            attempt < ATTEMPTS && transientFailures.stream().anyMatch(kind -> kind.matches(failure));
                    LOG.warnf(
                            "attempt %d at %d reads failed (%s)",
                            attempt, batch.size(), failure.getClass().getName());
                    if (again) {
                        vertx.setTimer(PAUSE_MILLIS << attempt, timer -> keep(batch, attempt + 1, done));
                    } else {
                        batch.forEach(waiting -> waiting.reader.fail(ReadLimits.busy()));
                        finish(done);
                    }
                });
    }

    private static void answer(List<Waiting> batch, Set<Sighting> seen) {
        batch.forEach(waiting -> {
            if (seen.contains(waiting.read.sighting())) {
                waiting.reader.complete(null);
            } else {
                waiting.reader.fail(Problem.notFound("post"));
            }
        });
    }

    private void finish(CompletableFuture<Void> done) {
        done.complete(null);
        boolean enough;
        synchronized (this) {
            enough = queue.size() >= config.flushAt();
        }
        if (enough) {
            flush();
        }
    }
}
