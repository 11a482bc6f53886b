package io.cofound.moderation.learning;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.moderation.learning.Replay.Outcome;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

/** Counts how often a version in shadow and the live one say the same. What a process counted last may go with it. */
@ApplicationScoped
class ShadowCounts {

    record Pair(String version, long revision, LocalDate day, String liveVersion, Outcome live, Outcome shadow) {}

    private final Tally<Pair> tally = new Tally<>(Comparator.comparing(Pair::toString));

    void count(String version, long revision, String liveVersion, Outcome live, Outcome shadow) {
        tally.add(new Pair(version, revision, LocalDate.now(ZoneOffset.UTC), liveVersion, live, shadow));
    }

    @Scheduled(every = "{cofound.moderation.learning.look-after}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> write() {
        return tally.write(this::add);
    }

    /** What was counted of a version that is gone is dropped: it would keep back what was counted of the others. */
    @WithTransaction
    Uni<Void> add(List<Tally.Count<Pair>> counts) {
        return Panache.getSession().chain(session -> io.smallrye.mutiny.Multi.createFrom()
                .iterable(counts)
                .onItem()
                .transformToUniAndConcatenate(count -> session.createNativeQuery("""
                                        insert into model_shadow (version, revision, day, live, live_action, live_label,
                                            action, label, texts)
                                        select version, cast(?2 as bigint), cast(?3 as date), ?4, ?5, ?6, ?7, ?8,
                                            cast(?9 as bigint)
                                        from model_version where version = ?1
                                        on conflict (version, revision, day, live, live_action, live_label, action, label)
                                        do update set texts = model_shadow.texts + excluded.texts""")
                        .setParameter(1, count.of().version())
                        .setParameter(2, count.of().revision())
                        .setParameter(3, count.of().day())
                        .setParameter(4, count.of().liveVersion())
                        .setParameter(5, count.of().live().action().name())
                        .setParameter(6, count.of().live().label().name())
                        .setParameter(7, count.of().shadow().action().name())
                        .setParameter(8, count.of().shadow().label().name())
                        .setParameter(9, count.times())
                        .executeUpdate())
                .onItem()
                .ignoreAsUni());
    }

    /**
     * Joins the caller's transaction or session.
     *
     * @param revision the one with which the version came into shadow
     */
    Uni<ShadowFigures> figures(String version, long revision) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select live_action, live_label, action, label, cast(sum(texts) as bigint)
                                from model_shadow where version = ?1 and revision = ?2
                                group by 1, 2, 3, 4 order by 5 desc, 1, 2, 3, 4""", Object[].class)
                        .setParameter(1, version)
                        .setParameter(2, revision)
                        .getResultList())
                .map(rows -> ShadowFigures.of(rows.stream()
                        .map(row ->
                                new ShadowFigures.Pair(outcome(row[0], row[1]), outcome(row[2], row[3]), (long) row[4]))
                        .toList()));
    }

    private static Outcome outcome(Object action, Object label) {
        return new Outcome(Action.valueOf((String) action), Label.valueOf((String) label));
    }
}
