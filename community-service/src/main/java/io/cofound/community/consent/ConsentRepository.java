package io.cofound.community.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class ConsentRepository implements PanacheRepositoryBase<ConsentAnswer, UUID> {

    /** Null when the member never answered. */
    Uni<ConsentAnswer> latest(UUID memberId) {
        return find("memberId = ?1 order by revision desc", memberId)
                .range(0, 0)
                .firstResult();
    }

    /** Latest first. */
    Uni<List<ConsentAnswer>> history(UUID memberId, PageRequest page) {
        Parameters parameters = Parameters.with("member", memberId);
        String where = "memberId = :member";
        if (page.after().isPresent()) {
            where += " and (answeredAt, id) < (:at, :id)";
            parameters
                    .and("at", page.after().get().at())
                    .and("id", page.after().get().id());
        }
        return find(where + " order by answeredAt desc, id desc", parameters)
                .range(0, page.fetchSize() - 1)
                .list();
    }

    Uni<List<ConsentAnswer>> all(UUID memberId) {
        return list("memberId = ?1 order by revision", memberId);
    }

    Uni<Long> deleteUntil(UUID memberId, Instant until) {
        return delete("memberId = ?1 and answeredAt <= ?2", memberId, until);
    }
}
