package io.cofound.moderation.community;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.CommunityRole;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.toMap;

/** A copy of who belongs to which community. Every method joins the caller's transaction or session. */
@ApplicationScoped
class MembershipRepository {

    static final int MOST_COUNTED = 10_000;

    /** An older revision never replaces a newer one, so events may come again and in any order. */
    Uni<Void> keep(
            UUID id,
            long revision,
            UUID communityId,
            UUID memberId,
            CommunityRole role,
            boolean active,
            Instant changedAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into membership as known
                                    (id, revision, community_id, member_id, role, active, changed_at)
                                values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                                on conflict (id) do update set revision = excluded.revision, role = excluded.role,
                                    active = excluded.active, changed_at = excluded.changed_at
                                where known.revision < excluded.revision""")
                        .setParameter(1, id)
                        .setParameter(2, revision)
                        .setParameter(3, communityId)
                        .setParameter(4, memberId)
                        .setParameter(5, role.name())
                        .setParameter(6, active)
                        .setParameter(7, changedAt)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> delete(UUID id, long untilRevision) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from membership where id = ?1 and revision <= ?2")
                        .setParameter(1, id)
                        .setParameter(2, untilRevision)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Those from that time or before. */
    Uni<Void> deleteOf(UUID memberId, Instant until) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from membership where member_id = ?1 and changed_at <= ?2")
                        .setParameter(1, memberId)
                        .setParameter(2, until)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Null for somebody who does not belong to it. */
    Uni<CommunityRole> role(UUID communityId, UUID memberId) {
        return rolesOf(memberId).map(roles -> roles.get(communityId));
    }

    /** By community. */
    Uni<Map<UUID, CommunityRole>> rolesOf(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select community_id, role from membership where member_id = ?1 and active",
                                Object[].class)
                        .setParameter(1, memberId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(toMap(row -> (UUID) row[0], row -> CommunityRole.valueOf((String) row[1]))));
    }

    /** More than {@value #MOST_COUNTED} are not counted. */
    Uni<Integer> size(UUID communityId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select count(*) from (
                                    select 1 from membership where community_id = ?1 and active limit %d) as counted""".formatted(MOST_COUNTED), Long.class)
                        .setParameter(1, communityId)
                        .getSingleResult())
                .map(Long::intValue);
    }
}
