package io.cofound.community.trust;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * Lowers and raises the levels that time alone changes: by silence, by age, by the end of a cap. Any number of instances
 * may do so at once; each member is taken by one.
 */
@ApplicationScoped
class TrustReview {

    private static final Logger LOG = Logger.getLogger(TrustReview.class);

    private static final int BATCH = 100;

    /** After the start has settled. */
    private static final Duration FIRST = Duration.ofMinutes(1);

    private final TrustRepository trusts;
    private final TrustAssessor assessor;
    private final TrustConfig config;
    private final Vertx vertx;

    TrustReview(TrustRepository trusts, TrustAssessor assessor, TrustConfig config, Vertx vertx) {
        this.trusts = trusts;
        this.assessor = assessor;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent start) {
        vertx.setPeriodic(
                FIRST.toMillis(),
                config.reviewEvery().toMillis(),
                timer -> VertxContextSupport.subscribe(
                        () -> run(Instant.now().truncatedTo(ChronoUnit.MICROS)).toMulti(),
                        review -> review.with(
                                done -> {},
                                failure -> LOG.warnf(
                                        "review of trust levels failed (%s), tried again in %s",
                                        failure.getClass().getName(), config.reviewEvery()))));
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
                .map(java.util.List::size));
    }
}
