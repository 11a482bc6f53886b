package io.cofound.moderation.flood;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Newcomers and the waves they come in. Every method joins the caller's transaction. */
@ApplicationScoped
class JoinWaves {

    private static final int FORGOTTEN_AT_ONCE = 200;

    /** A change of role makes nobody new. */
    Uni<Void> joined(UUID communityId, UUID memberId, Instant joinedAt) {
        return change(
                "insert into newcomer (community_id, member_id, joined_at) values (?1, ?2, ?3) on conflict do nothing",
                communityId,
                memberId,
                joinedAt);
    }

    Uni<Void> left(UUID communityId, UUID memberId, Instant leftAt) {
        return change(
                "delete from newcomer where community_id = ?1 and member_id = ?2 and joined_at <= ?3",
                communityId,
                memberId,
                leftAt);
    }

    Uni<Void> forget(UUID memberId, Instant until) {
        return change("delete from newcomer where member_id = ?1 and joined_at <= ?2", memberId, until);
    }

    Uni<Void> forgetBefore(Instant time) {
        return change("""
                delete from newcomer where ctid in (
                    select ctid from newcomer where joined_at < ?1 order by joined_at limit ?2
                    for update skip locked)""", time, FORGOTTEN_AT_ONCE);
    }

    Uni<Boolean> isNew(UUID communityId, UUID memberId, Instant joinedAfter) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from newcomer where community_id = ?1 and member_id = ?2"
                                        + " and joined_at > ?3",
                                Long.class)
                        .setParameter(1, communityId)
                        .setParameter(2, memberId)
                        .setParameter(3, joinedAfter)
                        .getSingleResult())
                .map(count -> count > 0);
    }

    /** How many newcomers wrote there in that time. */
    Uni<Long> writers(UUID communityId, Instant from, Instant to, Instant joinedAfter) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                select count(distinct print.author_id) from text_print print
                                    join newcomer on newcomer.community_id = print.community_id
                                        and newcomer.member_id = print.author_id
                                where print.community_id = ?1 and print.written_at > ?2 and print.written_at <= ?3
                                    and newcomer.joined_at > ?4""", Long.class)
                .setParameter(1, communityId)
                .setParameter(2, from)
                .setParameter(3, to)
                .setParameter(4, joinedAfter)
                .getSingleResult());
    }

    /** @return whether none was open before */
    Uni<Boolean> open(UUID communityId, Instant at, Duration holdFor, long members) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                insert into join_wave as known (community_id, opened_at, open_until, members, told)
                                values (?1, ?2, ?3, ?4, false)
                                on conflict (community_id) do update
                                set opened_at = case when known.open_until < ?2 then ?2 else known.opened_at end,
                                    members = case when known.open_until < ?2 then ?4
                                              else greatest(known.members, ?4) end,
                                    open_until = greatest(known.open_until, ?3), told = false
                                returning opened_at = ?2""", Boolean.class)
                .setParameter(1, communityId)
                .setParameter(2, at)
                .setParameter(3, at.plus(holdFor))
                .setParameter(4, (int) members)
                .getSingleResult());
    }

    /** The most newcomers seen at once in the wave that is open then; 0 where none is. */
    Uni<Integer> openAt(UUID communityId, Instant at) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select coalesce(max(members), 0) from join_wave where community_id = ?1"
                                + " and opened_at <= ?2 and open_until >= ?2",
                        Integer.class)
                .setParameter(1, communityId)
                .setParameter(2, at)
                .getSingleResult());
    }

    Uni<Long> countOpen(Instant at) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select count(*) from join_wave where not told and open_until >= ?1", Long.class)
                .setParameter(1, at)
                .getSingleResult());
    }

    /** Communities whose wave is over, each told once. */
    Uni<List<UUID>> tellClosed(Instant at) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "update join_wave set told = true where not told and open_until < ?1"
                                + " returning community_id",
                        UUID.class)
                .setParameter(1, at)
                .getResultList());
    }

    private static Uni<Void> change(String sql, Object... parameters) {
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(sql);
                    for (int i = 0; i < parameters.length; i++) {
                        query = query.setParameter(i + 1, parameters[i]);
                    }
                    return query.executeUpdate();
                })
                .replaceWithVoid();
    }
}
