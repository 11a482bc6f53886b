package io.cofound.community.community;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.contracts.community.CommunityRole;
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

    /** For a change. Everybody who changes memberships holds the community's row before. */
    Uni<Membership> lock(UUID communityId, UUID memberId) {
        return find("communityId = ?1 and memberId = ?2", communityId, memberId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** Active ones, in the order of their ids. */
    Uni<List<Membership>> lockActive(UUID communityId, List<UUID> memberIds) {
        return find("communityId = ?1 and memberId in ?2 and active order by id", communityId, memberIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
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

    /** Active members of some roles, those who came first. */
    Uni<List<Membership>> firstOf(UUID communityId, Set<CommunityRole> roles, int limit) {
        return find("communityId = ?1 and role in ?2 and active order by since, id", communityId, roles)
                .range(0, limit - 1)
                .list();
    }

    /** The active member of the highest role below the owner, and of those the first who came; null for nobody. */
    Uni<Membership> successor(UUID communityId) {
        return find(
                        "communityId = ?1 and active and role <> ?2 order by case role when MODERATOR then 0"
                                + " when ORGANISER then 1 else 2 end, since, id",
                        communityId,
                        CommunityRole.OWNER)
                .firstResult();
    }

    /** Former ones too, in the order of the communities' ids. */
    Uni<List<Membership>> ofMember(UUID memberId) {
        return list("memberId = ?1 order by communityId", memberId);
    }

    /** Former ones too, in order. */
    Uni<List<UUID>> communitiesOf(UUID memberId) {
        return getSession().chain(session -> session.createQuery(
                        "select m.communityId from Membership m where m.memberId = ?1 order by m.communityId",
                        UUID.class)
                .setParameter(1, memberId)
                .getResultList());
    }
}
