package io.cofound.community.joinrequest;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class JoinRequestRepository implements PanacheRepositoryBase<JoinRequest, UUID> {

    /** Null when the member never asked. */
    Uni<JoinRequest> of(UUID communityId, UUID memberId) {
        return find("communityId = ?1 and memberId = ?2", communityId, memberId).firstResult();
    }

    Uni<JoinRequest> lock(UUID communityId, UUID memberId) {
        return find("communityId = ?1 and memberId = ?2", communityId, memberId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** Those who have waited longest first. */
    Uni<List<JoinRequest>> queue(UUID communityId, JoinRequestState state, PageRequest page) {
        Parameters parameters = Parameters.with("community", communityId).and("state", state);
        String where = "communityId = :community and state = :state";
        if (page.after().isPresent()) {
            where += " and (askedAt, id) > (:at, :id)";
            parameters
                    .and("at", page.after().get().at())
                    .and("id", page.after().get().id());
        }
        return find(where + " order by askedAt, id", parameters)
                .range(0, page.fetchSize() - 1)
                .list();
    }

    Uni<List<JoinRequest>> ofMember(UUID memberId) {
        return list("memberId = ?1 order by askedAt", memberId);
    }

    Uni<List<JoinRequest>> answeredBy(UUID memberId) {
        return list("answeredBy = ?1 order by answeredAt", memberId);
    }

    Uni<Long> deleteOf(UUID memberId) {
        return delete("memberId", memberId);
    }

    Uni<Integer> dropReasonsBy(UUID memberId) {
        return update("reason = null where answeredBy = ?1 and reason is not null", memberId);
    }
}
