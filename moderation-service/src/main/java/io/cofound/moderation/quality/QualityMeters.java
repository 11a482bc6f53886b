package io.cofound.moderation.quality;

import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.cofound.contracts.moderation.Rung;
import io.cofound.moderation.metrics.Gauges;
import io.cofound.moderation.metrics.RungFigures;
import io.quarkus.runtime.StartupEvent;

/** The latest figures as gauges; not a number where not enough is known. */
@ApplicationScoped
class QualityMeters {

    private static final List<String> LANGUAGES = List.of(Quality.ALL, "en", "zh");

    private final LiveQuality live;
    private final RungMetrics rungs;
    private final Gauges gauges;

    QualityMeters(LiveQuality live, RungMetrics rungs, Gauges gauges) {
        this.live = live;
        this.rungs = rungs;
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

    /** Of people neither is known. */
    void registerRungs(@Observes StartupEvent started) {
        for (Rung rung : EnumSet.complementOf(EnumSet.of(Rung.HUMAN))) {
            gauges.add(
                    "cofound.moderation.rung.precision",
                    "Share of what the step held or rejected that is bad",
                    () -> ofRung(rung, figures -> figures.precision().value()),
                    "rung",
                    rung.name());
            judging(rung, "50", RungFigures.OfRung::medianMillis);
            judging(rung, "99", RungFigures.OfRung::p99Millis);
        }
    }

    private void judging(Rung rung, String percentile, Function<RungFigures.OfRung, Double> millis) {
        gauges.add(
                "cofound.moderation.rung.judging.millis",
                "Judging up to the step's ruling in the last day, without waiting",
                () -> ofRung(rung, figures -> millis.apply(figures.lastDay())),
                "rung",
                rung.name(),
                "percentile",
                percentile);
    }

    private double ofRung(Rung rung, Function<RungMetrics.OfRung, Double> figure) {
        RungMetrics.OfRung figures = rungs.latest(rung);
        Double value = figures == null ? null : figure.apply(figures);
        return value == null ? Double.NaN : value;
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
