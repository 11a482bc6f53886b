package io.cofound.moderation.quality;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.metrics.MetricsPart;
import io.smallrye.mutiny.Uni;

/** Whether some are treated worse than others. */
@ApplicationScoped
class FairnessMetrics implements MetricsPart {

    private final LiveQuality live;

    FairnessMetrics(LiveQuality live) {
        this.live = live;
    }

    @Override
    public String name() {
        return "fairness";
    }

    @Override
    public Uni<Object> figures() {
        return live.get().map(LiveQuality.Figures::fairness);
    }
}
