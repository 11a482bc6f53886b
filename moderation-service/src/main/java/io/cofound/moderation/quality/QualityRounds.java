package io.cofound.moderation.quality;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.queue.Cases;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Lets no sample wait for ever, forgets what is older than the window, and raises the alarm. */
@ApplicationScoped
class QualityRounds {

    private static final Logger LOG = Logger.getLogger(QualityRounds.class);

    private final LiveQuality live;
    private final RungMetrics rungs;
    private final Observations observations;
    private final Cases cases;
    private final QualityConfig config;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    QualityRounds(LiveQuality live, RungMetrics rungs, Observations observations, Cases cases, QualityConfig config) {
        this.live = live;
        this.rungs = rungs;
        this.observations = observations;
        this.cases = cases;
        this.config = config;
    }

    @Scheduled(every = "${cofound.moderation.quality.look-after:5m}", concurrentExecution = ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> lookAfter() {
        return cases.ageSamples()
                .chain(() -> observations.forgetBefore(Instant.now().minus(config.window())))
                .chain(live::compute)
                .invoke(figures -> warn(figures.fairness()))
                .replaceWithVoid();
    }

    /** Apart from the above, so that what that changes is not locked while decisions are read. */
    @Scheduled(every = "${cofound.moderation.quality.look-after:5m}", concurrentExecution = ConcurrentExecution.SKIP)
    @WithSession
    Uni<Void> measureRungs() {
        return rungs.compute().replaceWithVoid();
    }

    /** Once when a gap opens, not again while it lasts. */
    private void warn(Fairness fairness) {
        fairness.groupings().forEach((name, grouping) -> {
            if (!grouping.alarm()) {
                warned.remove(name);
            } else if (warned.add(name)) {
                Fairness.Gap gap = grouping.gap();
                LOG.warnf(
                        "good texts are held or rejected more often by %s: %s %.1f percentage points above %s, bound %.1f",
                        name, gap.highest(), 100 * gap.difference(), gap.lowest(), 100 * fairness.bound());
            }
        });
    }
}
