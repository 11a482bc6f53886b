package io.cofound.community.community;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.Visibility;
import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class CommunityRepository implements PanacheRepositoryBase<Community, UUID> {

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
}
