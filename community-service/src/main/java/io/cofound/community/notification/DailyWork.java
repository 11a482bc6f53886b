package io.cofound.community.notification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

/**
 * Looks every now and then whether the day's digests are due and what is old can go. Whoever finds the day's digests
 * unfinished after a crash finishes them, so the time between two looks is also how late they then are.
 */
@ApplicationScoped
class DailyWork {

    private final DigestPreparation digests;
    private final Retention retention;

    DailyWork(DigestPreparation digests, Retention retention) {
        this.digests = digests;
        this.retention = retention;
    }

    @Scheduled(
            every = "${cofound.notifications.look-every:1h}",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return digests.run(now).chain(() -> retention.run(now));
    }
}
