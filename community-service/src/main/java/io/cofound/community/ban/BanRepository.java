package io.cofound.community.ban;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class BanRepository implements PanacheRepositoryBase<Ban, UUID> {

    /** One that has ended too; null when there is none. */
    Uni<Ban> lock(UUID communityId, UUID memberId) {
        return find("communityId = ?1 and memberId = ?2", communityId, memberId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** Those in force, newest first. */
    Uni<List<Ban>> latest(UUID communityId, PageRequest page) {
        Parameters parameters = Parameters.with("community", communityId);
        String where = "communityId = :community and (endsAt is null or endsAt > instant)";
        if (page.after().isPresent()) {
            where += " and (bannedAt, id) < (:at, :id)";
            parameters
                    .and("at", page.after().get().at())
                    .and("id", page.after().get().id());
        }
        return find(where + " order by bannedAt desc, id desc", parameters)
                .range(0, page.fetchSize() - 1)
                .list();
    }

    /** Whether there is anybody to ban. */
    Uni<Boolean> isMember(UUID id) {
        return getSession()
                .chain(session -> session.createNativeQuery("select 1 from member where id = ?1", Integer.class)
                        .setParameter(1, id)
                        .getSingleResultOrNull())
                .map(found -> found != null);
    }

    Uni<List<Ban>> about(UUID memberId) {
        return list("memberId = ?1 order by bannedAt", memberId);
    }

    Uni<List<Ban>> by(UUID moderatorId) {
        return list("bannedBy = ?1 order by bannedAt", moderatorId);
    }

    /** Of bans about the member and of those the member imposed. */
    Uni<Integer> dropReasons(UUID memberId) {
        return update("reason = null where (memberId = ?1 or bannedBy = ?1) and reason is not null", memberId);
    }
}
