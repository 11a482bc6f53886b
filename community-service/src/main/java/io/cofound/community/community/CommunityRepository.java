package io.cofound.community.community;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.community.community.Standing.State;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.Visibility;
import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class CommunityRepository implements PanacheRepositoryBase<Community, UUID> {

    /**
     * Makes all who change the community or its members queue here: whoever holds this row may read its memberships
     * without locking them. Null when there is none.
     */
    Uni<Community> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** In the order of their ids, as all who lock several do; without those that were given up. */
    Uni<List<Community>> lockOwnedBy(UUID memberId) {
        return find("ownerId = ?1 and not givenUp order by id", memberId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Uni<List<Community>> ownedBy(UUID memberId) {
        return list("ownerId = ?1 and not givenUp order by id", memberId);
    }

    /** Newest first; hidden ones only for those who belong to them. */
    Uni<List<Community>> latestVisibleTo(Optional<UUID> memberId, PageRequest page) {
        Parameters parameters = Parameters.with("hidden", Visibility.HIDDEN);
        String where = "(visibility <> :hidden";
        if (memberId.isPresent()) {
            where += " or id in (select m.communityId from Membership m where m.memberId = :member and m.active)";
            parameters.and("member", memberId.get());
        }
        where += ")";
        if (page.after().isPresent()) {
            where += " and (createdAt, id) < (:at, :id)";
            parameters
                    .and("at", page.after().get().at())
                    .and("id", page.after().get().id());
        }
        return find(where + " order by createdAt desc, id desc", parameters)
                .range(0, page.fetchSize() - 1)
                .list();
    }

    /** Where a member stands with each of some communities; one query for all of them. */
    Uni<Map<UUID, Standing>> standings(UUID memberId, List<UUID> communityIds) {
        if (communityIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                select community_id, 'MEMBER', role from membership
                                where member_id = :member and community_id in (:communities) and active
                                union all
                                select community_id, 'REQUESTED', null from join_request
                                where member_id = :member and community_id in (:communities) and state = 'PENDING'
                                union all
                                select community_id, 'BANNED', null from ban
                                where member_id = :member and community_id in (:communities)
                                    and (ends_at is null or ends_at > now())""", Object[].class)
                        .setParameter("member", memberId)
                        .setParameter("communities", communityIds)
                        .getResultList())
                .map(rows -> {
                    Map<UUID, Standing> standings = new HashMap<>();
                    communityIds.forEach(id -> standings.put(id, Standing.NONE));
                    rows.forEach(row -> standings.put(
                            (UUID) row[0],
                            new Standing(
                                    row[2] == null ? null : CommunityRole.valueOf((String) row[2]),
                                    State.valueOf((String) row[1]))));
                    return standings;
                });
    }
}
