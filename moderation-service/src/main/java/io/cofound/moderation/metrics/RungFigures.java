package io.cofound.moderation.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What each step of the cascade decided in the last day. */
@ApplicationScoped
class RungFigures implements MetricsPart {

    private static final Duration LATELY = Duration.ofDays(1);

    /**
     * One step of the cascade.
     *
     * @param share of all decisions of the day, 0 to 1
     * @param medianSeconds from a text's being written to its decision
     * @param p99Seconds as {@code medianSeconds}
     */
    record OfRung(
            String rung,
            long decisions,
            double share,
            long published,
            long held,
            long rejected,
            double medianSeconds,
            double p99Seconds) {}

    @Override
    public String name() {
        return "rungs";
    }

    @Override
    public Uni<Object> figures() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select rung, count(*), sum(count(*)) over (),
                                    count(*) filter (where action = 'PUBLISH'),
                                    count(*) filter (where action = 'HOLD'),
                                    count(*) filter (where action = 'REJECT'),
                                    percentile_cont(.5) within group (order by extract(epoch from decided_at - submitted_at)),
                                    percentile_cont(.99) within group (order by extract(epoch from decided_at - submitted_at))
                                from decision where decided_at > ?1 group by rung order by rung""", Object[].class)
                        .setParameter(1, Instant.now().minus(LATELY))
                        .getResultList())
                .map(rows -> List.copyOf(rows.stream().map(RungFigures::of).toList()));
    }

    private static OfRung of(Object[] row) {
        return new OfRung(
                (String) row[0],
                (long) row[1],
                (long) row[1] / ((Number) row[2]).doubleValue(),
                (long) row[3],
                (long) row[4],
                (long) row[5],
                ((Number) row[6]).doubleValue(),
                ((Number) row[7]).doubleValue());
    }
}
