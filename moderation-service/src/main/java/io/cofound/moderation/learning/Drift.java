package io.cofound.moderation.learning;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.metrics.Gauges;
import io.cofound.moderation.metrics.MetricsPart;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Tells when what comes in, or what the live model thinks of it, is no longer what it was. */
@ApplicationScoped
class Drift implements MetricsPart {

    private static final Logger LOG = Logger.getLogger(Drift.class);

    /** What the last day is compared with. */
    enum Basis {
        /** The 28 days before. */
        HISTORY,
        /** What the version thought of earlier texts when it was made. */
        REPLAY,
        /** There is nothing yet. */
        NONE
    }

    /**
     * @param psi null where there are too few texts to tell
     * @param lately texts of the last day by bin
     * @param before texts that they are compared with
     */
    record OfFeature(
            DriftFeature of,
            Double psi,
            boolean alarm,
            Basis basis,
            Map<String, Long> lately,
            Map<String, Long> before) {}

    private final DriftCounts counts;
    private final ModelRepository models;
    private final LiveModels live;
    private final LearningConfig config;
    private final Map<DriftFeature, Double> latest = new ConcurrentHashMap<>();
    private final Map<DriftFeature, Boolean> alarms = new ConcurrentHashMap<>();

    Drift(DriftCounts counts, ModelRepository models, LiveModels live, LearningConfig config, Gauges gauges) {
        this.counts = counts;
        this.models = models;
        this.live = live;
        this.config = config;
        for (DriftFeature feature : DriftFeature.values()) {
            gauges.add(
                    "cofound.moderation.drift.psi",
                    "Population stability index of the last day; not a number where nobody can tell",
                    () -> latest.getOrDefault(feature, Double.NaN),
                    "of",
                    feature.name());
        }
    }

    @Scheduled(every = "{cofound.moderation.learning.drift.look-after}", concurrentExecution = ConcurrentExecution.SKIP)
    @WithSession
    Uni<Void> lookAfter() {
        return figures().replaceWithVoid();
    }

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public Uni<Object> figures() {
        return models.only(ModelState.LIVE)
                .chain(model -> Multi.createFrom()
                        .items(DriftFeature.values())
                        .onItem()
                        .transformToUniAndConcatenate(feature -> measure(feature, model))
                        .collect()
                        .asList())
                .invoke(measured -> measured.forEach(this::tell))
                .map(List::copyOf);
    }

    private Uni<OfFeature> measure(DriftFeature feature, ModelVersion model) {
        boolean ofModel = feature == DriftFeature.RISK;
        return counts.windows(feature, ofModel ? live.name() : null)
                .map(windows -> compare(feature, windows, ofModel ? reference(model) : Map.of()));
    }

    private OfFeature compare(DriftFeature feature, DriftCounts.Windows windows, Map<String, Long> reference) {
        long atLeast = config.drift().atLeast();
        boolean history = Psi.total(windows.before()) >= atLeast;
        Basis basis = history ? Basis.HISTORY : Psi.total(reference) >= atLeast ? Basis.REPLAY : Basis.NONE;
        Map<String, Long> before =
                switch (basis) {
                    case HISTORY -> windows.before();
                    case REPLAY -> reference;
                    case NONE -> Map.of();
                };
        boolean enough = basis != Basis.NONE && Psi.total(windows.lately()) >= atLeast;
        Double psi = enough ? Psi.of(windows.lately(), before) : null;
        return new OfFeature(
                feature, psi, enough && psi > config.drift().alarmAbove(), basis, windows.lately(), before);
    }

    private static Map<String, Long> reference(ModelVersion model) {
        Map<String, Long> risks = new TreeMap<>();
        if (model.report != null) {
            for (int bin = 0; bin < Risk.BINS; bin++) {
                risks.put(Integer.toString(bin), model.report.replay().risks().get(bin));
            }
        }
        return risks;
    }

    private void tell(OfFeature measured) {
        latest.put(measured.of(), measured.psi() == null ? Double.NaN : measured.psi());
        boolean before = Boolean.TRUE.equals(alarms.put(measured.of(), measured.alarm()));
        if (measured.alarm() && !before) {
            LOG.warnf(
                    "drift of %s: PSI %.2f against %s, above %.2f",
                    measured.of(),
                    measured.psi(),
                    measured.basis(),
                    config.drift().alarmAbove());
        }
    }
}
