package io.cofound.moderation.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.moderation.Rung;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What each step of the cascade did with the texts that were judged in the last day. */
@ApplicationScoped
public class RungFigures {

    private static final Duration LATELY = Duration.ofDays(1);

    /** What people rule comes on top of what was judged before, and takes nothing from whoever judged it. */
    private static final String SQL = """
            with judged as (
                select step.*, decision.submitted_at
                from ruling first join decision on decision.id = first.decision_id
                    cross join lateral (
                        select first.rung, first.action, first.made_at, decision.duration_millis, decision.cost_micros
                        union all
                        select decision.rung, decision.action, decision.decided_at, null, null
                        where decision.ruling > 1) step
                where first.number = 1 and first.made_at > ?1)
            select rung, count(*),
                count(*) filter (where action = 'PUBLISH'),
                count(*) filter (where action = 'HOLD'),
                count(*) filter (where action = 'REJECT'),
                percentile_cont(.5) within group (order by extract(epoch from made_at - submitted_at)),
                percentile_cont(.99) within group (order by extract(epoch from made_at - submitted_at)),
                percentile_cont(.5) within group (order by duration_millis),
                percentile_cont(.99) within group (order by duration_millis),
                sum(cost_micros)
            from judged group by rung""";

    /**
     * One step of the cascade.
     *
     * @param decisions texts that it judged; of people, those that they ruled on after another step
     * @param share of the day's texts, 0 to 1; those of people overlap with the others, which sum up to 1
     * @param held as all actions, by this step's own ruling, whatever became of the text later; of people, the latest one
     * @param medianSeconds from a text's being written to this step's ruling; null without any
     * @param p99Seconds as {@code medianSeconds}
     * @param medianMillis of judging up to this step's ruling, without the time that a text waited; null where that was
     *     not measured, as for people
     * @param p99Millis as {@code medianMillis}
     * @param costMicros in millionths of the budget's currency. The language model alone costs anything, also where it had
     *     no usable answer and the step before it decided
     */
    public record OfRung(
            Rung rung,
            long decisions,
            double share,
            long published,
            long held,
            long rejected,
            Double medianSeconds,
            Double p99Seconds,
            Double medianMillis,
            Double p99Millis,
            long costMicros) {}

    /** Every step, from cheapest to dearest. Joins the caller's session. */
    public Uni<List<OfRung>> ofTheDay() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SQL, Object[].class)
                        .setParameter(1, Instant.now().minus(LATELY))
                        .getResultList())
                .map(RungFigures::all);
    }

    private static List<OfRung> all(List<Object[]> rows) {
        Map<Rung, Object[]> found = new EnumMap<>(Rung.class);
        rows.forEach(row -> found.put(Rung.valueOf((String) row[0]), row));
        long texts = rows.stream()
                .filter(row -> !row[0].equals(Rung.HUMAN.name()))
                .mapToLong(row -> (long) row[1])
                .sum();
        long micros = rows.stream().mapToLong(row -> whole(row[9])).sum();
        return Arrays.stream(Rung.values())
                .map(rung -> of(rung, found.getOrDefault(rung, new Object[10]), texts, rung == Rung.LLM ? micros : 0))
                .toList();
    }

    private static OfRung of(Rung rung, Object[] row, long texts, long costMicros) {
        long decisions = whole(row[1]);
        return new OfRung(
                rung,
                decisions,
                texts == 0 ? 0 : (double) decisions / texts,
                whole(row[2]),
                whole(row[3]),
                whole(row[4]),
                fraction(row[5]),
                fraction(row[6]),
                fraction(row[7]),
                fraction(row[8]),
                costMicros);
    }

    private static long whole(Object column) {
        return column == null ? 0 : ((Number) column).longValue();
    }

    private static Double fraction(Object column) {
        return column == null ? null : ((Number) column).doubleValue();
    }
}
