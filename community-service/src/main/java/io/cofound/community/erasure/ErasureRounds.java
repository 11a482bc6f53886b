package io.cofound.community.erasure;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.persistence.outbox.Outbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

/** Sees that no erasure is forgotten about: counts those that hang, and asks again once a day. */
@ApplicationScoped
class ErasureRounds {

    private final ErasureRepository erasures;
    private final Outbox outbox;
    private final AtomicLong overdue = new AtomicLong();

    ErasureRounds(ErasureRepository erasures, Outbox outbox, MeterRegistry metrics) {
        this.erasures = erasures;
        this.outbox = outbox;
        Gauge.builder("cofound.erasures.overdue", overdue, AtomicLong::get)
                .description("Erasures that some service has not acknowledged for more than a day")
                .register(metrics);
    }

    /** A service that has erased does it again and finds nothing; one whose dead letter was lost gets a new one. */
    @Scheduled(every = "{cofound.privacy.look-after}", concurrentExecution = ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> lookAfter() {
        Instant before = Instant.now().minus(Erasure.PATIENCE);
        return erasures.countOverdue(before)
                .invoke(overdue::set)
                .chain(() -> erasures.unansweredSince(before))
                .invoke(unanswered -> unanswered.forEach(Erasure::askAgain))
                .chain(unanswered -> outbox.publish(
                        unanswered.stream().map(Erasure::requested).toList()));
    }
}
