package io.cofound.moderation.quality;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cofound.contracts.moderation.Rung;
import io.cofound.moderation.metrics.MetricsPart;
import io.cofound.moderation.metrics.RungFigures;
import io.smallrye.mutiny.Uni;

/** What each step of the cascade decides, takes and costs, and how often people agree with it. */
@ApplicationScoped
class RungMetrics implements MetricsPart {

    /**
     * @param lastDay of what was judged in it
     * @param precision of what it held or rejected in the window of the quality figures, the share that is bad
     */
    record OfRung(@JsonUnwrapped RungFigures.OfRung lastDay, Estimate precision) {}

    private final RungFigures rungs;
    private final LiveQuality live;
    private final AtomicReference<List<OfRung>> latest = new AtomicReference<>(List.of());

    RungMetrics(RungFigures rungs, LiveQuality live) {
        this.rungs = rungs;
        this.live = live;
    }

    @Override
    public String name() {
        return "rungs";
    }

    @Override
    public Uni<Object> figures() {
        return compute().map(List::copyOf);
    }

    /** Joins the caller's session. */
    Uni<List<OfRung>> compute() {
        return live.get()
                .chain(quality -> rungs.ofTheDay().map(all -> all.stream()
                        .map(each -> new OfRung(each, quality.rungs().get(each.rung())))
                        .toList()))
                .invoke(latest::set);
    }

    /** Null before the first time. */
    OfRung latest(Rung rung) {
        return latest.get().stream()
                .filter(each -> each.lastDay().rung() == rung)
                .findFirst()
                .orElse(null);
    }
}
