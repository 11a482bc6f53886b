package io.cofound.moderation.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.moderation.Rung;
import io.smallrye.mutiny.Uni;

/** The figures as of the last minute. */
@ApplicationScoped
class LiveQuality {

    private static final Duration FRESH = Duration.ofMinutes(1);

    /**
     * @param at as of when
     * @param rungs precision of each step of the cascade
     */
    record Figures(Instant at, Quality quality, Fairness fairness, Map<Rung, Estimate> rungs) {}

    private final Observations observations;
    private final QualityConfig config;
    private final AtomicReference<Figures> latest = new AtomicReference<>();

    LiveQuality(Observations observations, QualityConfig config) {
        this.observations = observations;
        this.config = config;
    }

    /** Joins the caller's session. */
    Uni<Figures> get() {
        Figures known = latest.get();
        return known != null && known.at().isAfter(Instant.now().minus(FRESH))
                ? Uni.createFrom().item(known)
                : compute();
    }

    /** As {@link #get}, however fresh the last ones are. */
    Uni<Figures> compute() {
        Instant now = Instant.now();
        Instant since = now.minus(config.window());
        long days = config.window().toDays();
        return observations.cells(since).chain(cells -> observations
                .bins(since)
                .map(bins -> new Figures(
                        now,
                        Quality.of(days, cells, bins),
                        Fairness.of(days, config.gap(), cells),
                        RungPrecision.of(cells)))
                .invoke(latest::set));
    }

    /** Null before the first time. */
    Figures latest() {
        return latest.get();
    }
}
