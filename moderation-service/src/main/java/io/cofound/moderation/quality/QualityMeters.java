package io.cofound.moderation.quality;

import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.cofound.moderation.metrics.Gauges;
import io.quarkus.runtime.StartupEvent;

/** The latest figures as gauges; not a number where not enough is known. */
@ApplicationScoped
class QualityMeters {

    private static final List<String> LANGUAGES = List.of(Quality.ALL, "en", "zh");

    private final LiveQuality live;
    private final Gauges gauges;

    QualityMeters(LiveQuality live, Gauges gauges) {
        this.live = live;
        this.gauges = gauges;
    }

    void register(@Observes StartupEvent started) {
        for (String language : LANGUAGES) {
            gauge(
                    "cofound.moderation.quality.precision",
                    "Share of flagged texts that are bad",
                    "language",
                    language,
                    figures -> share(figures.quality().languages().get(language).precision()));
            gauge(
                    "cofound.moderation.quality.recall",
                    "Share of bad texts that were flagged",
                    "language",
                    language,
                    figures -> share(figures.quality().languages().get(language).recall()));
        }
        for (String grouping : Fairness.GROUPINGS) {
            gauge(
                    "cofound.moderation.fairness.gap",
                    "Difference of two groups' false-positive rates",
                    "by",
                    grouping,
                    figures -> gap(figures.fairness().groupings().get(grouping).gap()));
            gauge(
                    "cofound.moderation.fairness.alarm",
                    "1 while a gap is too wide and significant",
                    "by",
                    grouping,
                    figures -> figures.fairness().groupings().get(grouping).alarm() ? 1.0 : 0.0);
        }
    }

    private void gauge(
            String name, String description, String tag, String value, Function<LiveQuality.Figures, Double> figure) {
        gauges.add(
                name, description, () -> live.latest() == null ? Double.NaN : figure.apply(live.latest()), tag, value);
    }

    private static Double share(Estimate estimate) {
        return estimate.isEnough() ? estimate.value() : Double.NaN;
    }

    private static Double gap(Fairness.Gap gap) {
        return gap == null ? Double.NaN : gap.difference();
    }
}
