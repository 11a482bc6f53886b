package io.cofound.moderation.flood;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.metrics.Gauges;
import io.cofound.moderation.metrics.MetricsPart;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Tells what is held as a mass, and when a wave of newcomers is over. */
@ApplicationScoped
class FloodRounds implements MetricsPart {

    private static final Logger LOG = Logger.getLogger(FloodRounds.class);

    /**
     * Texts written lately.
     *
     * @param seconds how long lately is
     */
    record FloodFigures(long seconds, long texts, long heldAsCopies, long heldInJoinWave, long openJoinWaves) {}

    private final Flood flood;
    private final TextPrints prints;
    private final JoinWaves waves;
    private final AtomicLong open = new AtomicLong();

    FloodRounds(Flood flood, TextPrints prints, JoinWaves waves, Gauges gauges) {
        this.flood = flood;
        this.prints = prints;
        this.waves = waves;
        gauges.add(
                "cofound.moderation.join.waves.open",
                "Communities in which what newcomers write waits for people",
                open::get);
    }

    @Scheduled(every = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> lookAfter() {
        Instant now = Instant.now();
        return waves.tellClosed(now)
                .invoke(closed ->
                        closed.forEach(community -> LOG.infof("join wave in community %s is over", community)))
                .chain(() -> waves.countOpen(now))
                .invoke(open::set)
                .replaceWithVoid();
    }

    @Override
    public String name() {
        return "flood";
    }

    @Override
    public Uni<Object> figures() {
        Instant now = Instant.now();
        return prints.countSince(now.minus(flood.kept())).chain(counts -> waves.countOpen(now)
                .map(waiting -> new FloodFigures(
                        flood.kept().toSeconds(), (long) counts[0], (long) counts[1], (long) counts[2], waiting)));
    }
}
