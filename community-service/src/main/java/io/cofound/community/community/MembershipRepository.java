package io.cofound.community.community;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class MembershipRepository implements PanacheRepositoryBase<Membership, UUID> {

    /** The row of this member in this community, of former members too; null when there never was one. */
    Uni<Membership> of(UUID communityId, UUID memberId) {
        return find("communityId = ?1 and memberId = ?2", communityId, memberId).firstResult();
    }

    Uni<Membership> lock(UUID communityId, UUID memberId) {
        return find("communityId = ?1 and memberId = ?2", communityId, memberId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** Active ones, latest first. */
    Uni<List<Membership>> latest(UUID communityId, PageRequest page) {
        Parameters parameters = Parameters.with("community", communityId);
        String where = "communityId = :community and active";
        if (page.after().isPresent()) {
            where += " and (since, id) < (:at, :id)";
            parameters
                    .and("at", page.after().get().at())
                    .and("id", page.after().get().id());
        }
        return find(where + " order by since desc, id desc", parameters)
                .range(0, page.fetchSize() - 1)
                .list();
    }
}
