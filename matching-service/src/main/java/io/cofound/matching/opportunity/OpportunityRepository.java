package io.cofound.matching.opportunity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class OpportunityRepository implements PanacheRepositoryBase<Opportunity, UUID> {

    /** Open ones that the reader may see, newest first. */
    Uni<List<Opportunity>> latest(OpportunityFilter filter, Optional<UUID> readerId, PageRequest page) {
        List<String> conditions = new ArrayList<>(List.of("closedAt is null"));
        Parameters parameters = new Parameters();
        seenBy(readerId, conditions, parameters);
        narrow(conditions, parameters, "kind", filter.kind());
        narrow(conditions, parameters, "category", filter.category());
        narrow(conditions, parameters, "memberId", filter.member());
        page.after().ifPresent(cursor -> {
            conditions.add("(createdAt, id) < (:at, :id)");
            parameters.and("at", cursor.at()).and("id", cursor.id());
        });
        return find(String.join(" and ", conditions) + " order by createdAt desc, id desc", parameters)
                .range(0, page.fetchSize() - 1)
                .list();
    }

    Uni<List<Opportunity>> open(Collection<UUID> ids) {
        return list("closedAt is null and texts.shown.revision is not null and id in ?1", ids);
    }

    /** Closed ones too, oldest first. */
    Uni<List<Opportunity>> ofMember(UUID memberId) {
        return list("memberId = ?1 order by createdAt, id", memberId);
    }

    /** Those that were written at that time or before. */
    Uni<List<Opportunity>> lockOfMember(UUID memberId, Instant until) {
        return find("memberId = ?1 and createdAt <= ?2 order by createdAt, id", memberId, until)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    private static void seenBy(Optional<UUID> readerId, List<String> conditions, Parameters parameters) {
        if (readerId.isEmpty()) {
            conditions.add("texts.shown.revision is not null");
        } else {
            conditions.add("(texts.shown.revision is not null or memberId = :reader)");
            parameters.and("reader", readerId.get());
        }
    }

    private static void narrow(List<String> conditions, Parameters parameters, String field, Object value) {
        if (value != null) {
            conditions.add(field + " = :" + field);
            parameters.and(field, value);
        }
    }
}
