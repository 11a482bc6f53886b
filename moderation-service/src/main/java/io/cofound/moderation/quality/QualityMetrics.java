package io.cofound.moderation.quality;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.metrics.MetricsPart;
import io.smallrye.mutiny.Uni;

/** How good the cascade is on live texts. */
@ApplicationScoped
class QualityMetrics implements MetricsPart {

    private final LiveQuality live;

    QualityMetrics(LiveQuality live) {
        this.live = live;
    }

    @Override
    public String name() {
        return "quality";
    }

    @Override
    public Uni<Object> figures() {
        return live.get().map(LiveQuality.Figures::quality);
    }
}
