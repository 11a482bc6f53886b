package io.cofound.moderation.learning;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.metrics.MetricsPart;
import io.smallrye.mutiny.Uni;

/** Which versions judge and watch, and how often they say the same. */
@ApplicationScoped
class LearningMetrics implements MetricsPart {

    /**
     * @param live the version that is to judge
     * @param judging what judges in this instance; another where it cannot read the live one
     * @param shadow null for none
     */
    record Versions(String live, String judging, Shadow shadow) {}

    record Shadow(String version, ShadowFigures figures) {}

    private final ModelRepository models;
    private final ShadowCounts shadows;
    private final LiveModels here;

    LearningMetrics(ModelRepository models, ShadowCounts shadows, LiveModels here) {
        this.models = models;
        this.shadows = shadows;
        this.here = here;
    }

    @Override
    public String name() {
        return "learning";
    }

    @Override
    public Uni<Object> figures() {
        return models.only(ModelState.LIVE).chain(live -> models.only(ModelState.SHADOW)
                .chain(model -> model == null
                        ? Uni.createFrom().<Shadow>nullItem()
                        : shadows.figures(model.version, model.revision)
                                .map(figures -> new Shadow(model.version, figures)))
                .map(shadow -> new Versions(live.version, here.name(), shadow)));
    }
}
