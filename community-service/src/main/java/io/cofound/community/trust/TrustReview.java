package io.cofound.community.trust;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Lowers and raises the levels that time alone changes: by silence, by age, by the end of a cap. Any number of instances
 * may do so at once; each member is taken by one.
 */
@ApplicationScoped
class TrustReview {

    private static final int BATCH = 100;

    private final TrustRepository trusts;
    private final TrustAssessor assessor;

    TrustReview(TrustRepository trusts, TrustAssessor assessor) {
        this.trusts = trusts;
        this.assessor = assessor;
    }

    @Scheduled(
            every = "${cofound.trust.review-every:1h}",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return run(Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    /** Members whose level cannot have changed by {@code now} are not read. */
    Uni<Void> run(Instant now) {
        return Multi.createBy()
                .repeating()
                .uni(() -> batch(now))
                .whilst(size -> size == BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> batch(Instant now) {
        return Panache.withTransaction(() -> trusts.lockDue(now, BATCH)
                .call(due -> assessor.assess(due, now))
                .map(List::size));
    }
}
