package io.cofound.community.notification;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.contracts.community.NotificationKind;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;

@ApplicationScoped
class NotificationRepository implements PanacheRepositoryBase<Notification, UUID> {

    /**
     * One statement, whose rows travel as JSON in a text: as a parameter of type jsonb the driver would quote it.
     *
     * @return those of the drafts whose member was not told of the occasion before
     */
    Uni<List<NotificationDraft>> addNew(List<NotificationDraft> drafts) {
        if (drafts.isEmpty()) {
            return Uni.createFrom().item(drafts);
        }
        JsonArray rows = new JsonArray();
        drafts.forEach(draft -> rows.add(draft.row()));
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into notification
                                    (id, member_id, kind, community_id, subject_id, occasion, in_app, digest, raised_at)
                                select id, member_id, kind, community_id, subject_id, occasion, in_app, digest, raised_at
                                from jsonb_populate_recordset(cast(null as notification), cast(cast(?1 as text) as jsonb))
                                order by member_id
                                on conflict (member_id, occasion) do nothing
                                returning id""", UUID.class)
                        .setParameter(1, rows.encode())
                        .getResultList())
                .map(ids -> {
                    Set<UUID> added = new HashSet<>(ids);
                    return drafts.stream()
                            .filter(draft -> added.contains(draft.id()))
                            .toList();
                });
    }

    /** Those in the member's list, latest first. */
    Uni<List<Notification>> latest(UUID memberId, boolean unreadOnly, PageRequest page) {
        Optional<Cursor> after = page.after();
        String query = "memberId = :member and inApp"
                + (unreadOnly ? " and readAt is null" : "")
                + (after.isPresent() ? " and (raisedAt, id) < (:at, :id)" : "")
                + " order by raisedAt desc, id desc";
        Parameters parameters = Parameters.with("member", memberId);
        after.ifPresent(cursor -> parameters.and("at", cursor.at()).and("id", cursor.id()));
        return find(query, parameters).range(0, page.fetchSize() - 1).list();
    }

    /** Null if the member was not told. */
    Uni<Notification> of(UUID memberId, String occasion) {
        return find("memberId = ?1 and occasion = ?2", memberId, occasion).firstResult();
    }

    /** What the member was told last of a decision; null if nothing was. */
    Uni<Notification> lastOn(UUID memberId, UUID decisionId) {
        return find(
                        "memberId = ?1 and occasion like ?2 order by raisedAt desc, id desc",
                        memberId,
                        "decision:%:" + decisionId + "%")
                .firstResult();
    }

    /** Makes whatever else is told of the decision wait for the caller's commit: its events have different keys. */
    Uni<Void> takeTurns(UUID decisionId) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))", Integer.class)
                        .setParameter(1, decisionId.toString())
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** All that was told on that occasion but how an appeal ended. */
    Uni<Void> takeBack(UUID memberId, String occasion) {
        return delete(
                        "memberId = ?1 and occasion = ?2 and kind <> ?3",
                        memberId,
                        occasion,
                        NotificationKind.APPEAL_OVERTURNED)
                .replaceWithVoid();
    }

    Uni<Long> countUnread(UUID memberId) {
        return count("memberId = ?1 and inApp and readAt is null", memberId);
    }

    /** Null for one that is not the member's. */
    Uni<Notification> lockOwn(UUID memberId, UUID id) {
        return find("id = ?1 and memberId = ?2", id, memberId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** All of the member's list that were raised until then. Locked in one order, so that two at once do not deadlock. */
    Uni<Void> markRead(UUID memberId, Instant until, Instant now) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                update notification set read_at = ?3 where id in (
                                    select id from notification
                                    where member_id = ?1 and in_app and read_at is null and raised_at <= ?2
                                    order by id for update)""")
                        .setParameter(1, memberId)
                        .setParameter(2, until)
                        .setParameter(3, now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<List<Notification>> of(UUID memberId) {
        return list("memberId = ?1 order by raisedAt, id", memberId);
    }

    Uni<List<Notification>> inDigests(List<UUID> digestIds) {
        return digestIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : list("digestId in ?1 order by raisedAt, id", digestIds);
    }
}
