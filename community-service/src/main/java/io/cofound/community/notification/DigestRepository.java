package io.cofound.community.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

@ApplicationScoped
class DigestRepository implements PanacheRepositoryBase<Digest, UUID> {

    /** Any constant does that no other lock of this service has; see {@code OutboxTable}. */
    private static final long DIGEST_LOCK = 0x6469_6765_7374L;

    /** True for one transaction at a time, until it ends. */
    Uni<Boolean> tryLock() {
        return getSession()
                .chain(session -> session.createNativeQuery("select pg_try_advisory_xact_lock(?1)", Boolean.class)
                        .setParameter(1, DIGEST_LOCK)
                        .getSingleResult());
    }

    /**
     * Notifications that wait for a digest, by member and from the oldest, of members after the given one. Locked; what is
     * being read just now is left out.
     */
    Uni<List<Notification>> lockWaiting(UUID afterMember, Instant raisedBefore, int limit) {
        return getSession().chain(session -> session.createNativeQuery("""
                                select * from notification
                                where digest and digest_id is null and read_at is null
                                    and member_id > ?1 and raised_at < ?2
                                order by member_id, raised_at, id limit ?3
                                for update skip locked""", Notification.class)
                .setParameter(1, afterMember)
                .setParameter(2, raisedBefore)
                .setParameter(3, limit)
                .getResultList());
    }

    /**
     * @param digests what goes into each, by digest id; one for a member
     * @return the ids of those whose member had none that day
     */
    Uni<List<UUID>> add(Map<UUID, List<Notification>> digests, LocalDate day, Instant preparedAt) {
        JsonArray rows = new JsonArray();
        digests.forEach((id, contents) -> rows.add(new JsonObject()
                .put("id", id.toString())
                .put("member_id", contents.getFirst().memberId.toString())));
        return getSession().chain(session -> session.createNativeQuery("""
                                insert into digest (id, member_id, day, prepared_at)
                                select id, member_id, cast(?2 as date), ?3
                                from jsonb_populate_recordset(cast(null as digest), cast(cast(?1 as text) as jsonb))
                                order by member_id
                                on conflict (member_id, day) do nothing
                                returning id""", UUID.class)
                .setParameter(1, rows.encode())
                .setParameter(2, day)
                .setParameter(3, preparedAt)
                .getResultList());
    }

    Uni<List<Digest>> latest(UUID memberId, PageRequest page) {
        Optional<Cursor> after = page.after();
        String query = "memberId = :member"
                + (after.isPresent() ? " and (preparedAt, id) < (:at, :id)" : "")
                + " order by preparedAt desc, id desc";
        Parameters parameters = Parameters.with("member", memberId);
        after.ifPresent(cursor -> parameters.and("at", cursor.at()).and("id", cursor.id()));
        return find(query, parameters).range(0, page.fetchSize() - 1).list();
    }

    Uni<List<Digest>> of(UUID memberId) {
        return list("memberId = ?1 order by preparedAt, id", memberId);
    }
}
