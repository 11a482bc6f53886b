package io.cofound.moderation.learning;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.moderation.Rung;
import io.cofound.moderation.classify.Classification;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Counts what comes in and what the live model thinks of it, by the hour. What a process counted last may go with it. */
@ApplicationScoped
class DriftCounts {

    record Bin(Instant hour, String model, DriftFeature feature, String bin) {}

    /** Texts by bin, in the last day and in the 28 days before. */
    record Windows(Map<String, Long> lately, Map<String, Long> before) {}

    private final Tally<Bin> tally = new Tally<>(Comparator.comparing(Bin::toString));
    private final LearningConfig config;

    DriftCounts(LearningConfig config) {
        this.config = config;
    }

    void count(String model, String language, String text, Classification judged) {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        if (judged.rung() == Rung.MODEL) {
            tally.add(new Bin(hour, model, DriftFeature.RISK, Integer.toString(Risk.bin(judged.risk()))));
        }
        tally.add(new Bin(hour, model, DriftFeature.LANGUAGE, RuledText.languageOf(language)));
        tally.add(new Bin(hour, model, DriftFeature.LENGTH, DriftFeature.length(text)));
        tally.add(new Bin(hour, model, DriftFeature.FOREIGN_LETTERS, DriftFeature.foreignLetters(text)));
    }

    @Scheduled(every = "{cofound.moderation.learning.look-after}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> write() {
        return tally.write(this::add);
    }

    @WithTransaction
    Uni<Void> add(List<Tally.Count<Bin>> counts) {
        return Panache.getSession().chain(session -> Multi.createFrom()
                .iterable(counts)
                .onItem()
                .transformToUniAndConcatenate(count -> session.createNativeQuery("""
                                        insert into model_drift (hour, model, feature, bin, texts) values (?1, ?2, ?3, ?4, ?5)
                                        on conflict (hour, model, feature, bin)
                                        do update set texts = model_drift.texts + excluded.texts""")
                        .setParameter(1, count.of().hour())
                        .setParameter(2, count.of().model())
                        .setParameter(3, count.of().feature().name())
                        .setParameter(4, count.of().bin())
                        .setParameter(5, count.times())
                        .executeUpdate())
                .onItem()
                .ignoreAsUni());
    }

    @Scheduled(every = "24h", delayed = "15m")
    @WithTransaction
    Uni<Void> forgetOldHours() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from model_drift where hour < ?1")
                        .setParameter(1, Instant.now().minus(config.drift().kept()))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * Joins the caller's transaction or session.
     *
     * @param model the one that thought so; null for whichever
     */
    Uni<Windows> windows(DriftFeature feature, String model) {
        Instant dayAgo = Instant.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.HOURS);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select bin, cast(coalesce(sum(texts) filter (where hour >= ?3), 0) as bigint),
                                    cast(coalesce(sum(texts) filter (where hour < ?3), 0) as bigint)
                                from model_drift
                                where feature = ?1 and (model = ?2 or cast(?2 as text) is null) and hour >= ?4
                                group by bin""", Object[].class)
                        .setParameter(1, feature.name())
                        .setParameter(2, model)
                        .setParameter(3, dayAgo)
                        .setParameter(4, dayAgo.minus(Duration.ofDays(28)))
                        .getResultList())
                .map(rows -> {
                    Windows windows = new Windows(new TreeMap<>(), new TreeMap<>());
                    rows.forEach(row -> {
                        windows.lately().put((String) row[0], (long) row[1]);
                        windows.before().put((String) row[0], (long) row[2]);
                    });
                    return windows;
                });
    }
}
