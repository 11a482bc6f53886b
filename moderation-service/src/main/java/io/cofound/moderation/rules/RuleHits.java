package io.cofound.moderation.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Which rule found something where. Every method joins the caller's transaction or session. */
@ApplicationScoped
public class RuleHits {

    /** At once, so that clearing away never holds others up. */
    private static final int FORGOTTEN_AT_ONCE = 1_000;

    /** Of one revision of a subject; noted once, however often it is judged. */
    public Uni<Void> note(UUID subjectId, long revision, List<Ruled.Hit> hits) {
        return Multi.createFrom()
                .iterable(hits)
                .onItem()
                .transformToUniAndConcatenate(
                        hit -> Panache.getSession().chain(session -> session.createNativeQuery("""
                                        insert into moderation_rule_hit
                                            (rule_id, subject_id, subject_revision, live, found_at)
                                        values (?1, ?2, ?3, ?4, ?5) on conflict do nothing""")
                                .setParameter(1, hit.ruleId())
                                .setParameter(2, subjectId)
                                .setParameter(3, revision)
                                .setParameter(4, hit.live())
                                .setParameter(5, Instant.now())
                                .executeUpdate()))
                .onItem()
                .ignoreAsUni();
    }

    /** What people ruled since counts, in either direction; rules that caught nothing are not in the answer. */
    Uni<Map<UUID, RuleFigures>> figures(Collection<UUID> rules) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select hit.rule_id, count(*) filter (where hit.live),
                                    count(*) filter (where not hit.live),
                                    count(ruled.action), count(*) filter (where ruled.action = 'REJECT')
                                from moderation_rule_hit hit left join decision ruled
                                    on ruled.subject_id = hit.subject_id
                                    and ruled.subject_revision = hit.subject_revision and ruled.rung = 'HUMAN'
                                where hit.rule_id in (?1) group by hit.rule_id""", Object[].class)
                        .setParameter(1, rules)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> (UUID) row[0],
                                row -> RuleFigures.of((long) row[1], (long) row[2], (long) row[3], (long) row[4]))));
    }

    Uni<Integer> forgetOlderThan(Duration age) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                delete from moderation_rule_hit where ctid in (
                                    select ctid from moderation_rule_hit where found_at < ?1
                                    order by found_at limit ?2 for update skip locked)""")
                .setParameter(1, Instant.now().minus(age))
                .setParameter(2, FORGOTTEN_AT_ONCE)
                .executeUpdate());
    }

    static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }
}
