package io.cofound.moderation.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Every method joins the caller's transaction or session. */
@ApplicationScoped
class BudgetRepository {

    static final UUID PLATFORM = new UUID(0, 0);

    /**
     * One statement looks and takes: it locks both days, in the same order as everybody, before it sums, so two that come
     * at once see each other.
     */
    Uni<Boolean> reserve(UUID communityId, LocalDate day, long micros, long platformDefault, long communityDefault) {
        UUID scope = scope(communityId);
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                        insert into budget_day (scope, day)
                        select distinct scope, cast(?3 as date) from (values (cast(?1 as uuid)), (cast(?2 as uuid))) as scopes (scope)
                        on conflict do nothing""")
                .setParameter(1, PLATFORM)
                .setParameter(2, scope)
                .setParameter(3, day)
                .executeUpdate()
                .chain(() -> session.createNativeQuery("""
                                with held as (
                                    select known.spent, coalesce(most.micros_a_day,
                                        case when known.scope = ?1 then cast(?5 as bigint) else cast(?6 as bigint) end) as most
                                    from budget_day known left join budget_limit most on most.scope = known.scope
                                    where known.day = ?3 and known.scope in (?1, ?2)
                                    order by known.scope for update of known)
                                update budget_day set spent = spent + cast(?4 as bigint), calls = calls + 1
                                where day = ?3 and scope in (?1, ?2)
                                    and (select bool_and(held.spent + cast(?4 as bigint) <= held.most) from held)""")
                        .setParameter(1, PLATFORM)
                        .setParameter(2, scope)
                        .setParameter(3, day)
                        .setParameter(4, micros)
                        .setParameter(5, platformDefault)
                        .setParameter(6, communityDefault)
                        .executeUpdate())
                .map(taken -> taken > 0));
    }

    /** In the order of {@link #reserve}. */
    Uni<Void> giveBack(UUID communityId, LocalDate day, long micros) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                with held as (
                                    select scope from budget_day where day = ?3 and scope in (?1, ?2)
                                    order by scope for update)
                                update budget_day set spent = spent - cast(?4 as bigint)
                                where day = ?3 and scope in (select scope from held)""")
                        .setParameter(1, PLATFORM)
                        .setParameter(2, scope(communityId))
                        .setParameter(3, day)
                        .setParameter(4, micros)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<BudgetView.Day> get(UUID communityId, LocalDate day, long byDefault) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select coalesce((select micros_a_day from budget_limit where scope = ?1), cast(?3 as bigint)),
                                    coalesce((select spent from budget_day where scope = ?1 and day = ?2), 0),
                                    coalesce((select calls from budget_day where scope = ?1 and day = ?2), 0)""", Object[].class)
                        .setParameter(1, scope(communityId))
                        .setParameter(2, day)
                        .setParameter(3, byDefault)
                        .getSingleResult())
                .map(row -> new BudgetView.Day(communityId, (long) row[0], (long) row[1], (long) row[2]));
    }

    Uni<Void> limit(UUID communityId, long microsADay, UUID changedBy) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into budget_limit (scope, micros_a_day, changed_by, changed_at)
                                values (?1, ?2, ?3, ?4)
                                on conflict (scope) do update set micros_a_day = excluded.micros_a_day,
                                    changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                        .setParameter(1, scope(communityId))
                        .setParameter(2, microsADay)
                        .setParameter(3, changedBy)
                        .setParameter(4, Instant.now())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<java.util.List<Object[]>> limitsBy(UUID memberId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select scope, micros_a_day, changed_at from budget_limit where changed_by = ?1",
                        Object[].class)
                .setParameter(1, memberId)
                .getResultList());
    }

    Uni<Void> forgetBefore(LocalDate day) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from budget_day where day < ?1")
                        .setParameter(1, day)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static UUID scope(UUID communityId) {
        return communityId == null ? PLATFORM : communityId;
    }
}
