package io.cofound.content.series;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class SeriesRepository implements PanacheRepositoryBase<Series, UUID> {

    private static final String SELECT =
            "select s, m.displayName from Series s left join Member m on m.id = s.creatorId";

    Uni<Series> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Made last first. */
    Uni<List<SeriesRow>> list(UUID communityId, SeriesKind kind, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>(Map.of("community", communityId));
        StringBuilder query = new StringBuilder(SELECT).append(" where s.communityId = :community");
        if (kind != null) {
            query.append(" and s.kind = :kind");
            parameters.put("kind", kind);
        }
        page.after().ifPresent(cursor -> {
            query.append(" and (s.createdAt, s.id) < (:at, :id)");
            parameters.put("at", cursor.at());
            parameters.put("id", cursor.id());
        });
        query.append(" order by s.createdAt desc, s.id desc");
        return getSession().chain(session -> {
            var rows = session.createQuery(query.toString(), SeriesRow.class).setMaxResults(page.fetchSize());
            parameters.forEach(rows::setParameter);
            return rows.getResultList();
        });
    }

    /** In no order. */
    Uni<List<SeriesRow>> rows(List<UUID> ids) {
        return getSession().chain(session -> session.createQuery(SELECT + " where s.id in ?1", SeriesRow.class)
                .setParameter(1, ids)
                .getResultList());
    }

    Uni<List<Series>> createdBy(UUID creatorId) {
        return list("creatorId = ?1 order by id", creatorId);
    }

    Uni<Void> deleteCreatedBy(UUID creatorId, Instant until) {
        return delete("creatorId = ?1 and createdAt <= ?2", creatorId, until).replaceWithVoid();
    }

    Uni<Void> disownCreatedBy(UUID creatorId, Instant until) {
        return update(
                        "creatorId = null, revision = revision + 1 where creatorId = ?1 and createdAt <= ?2",
                        creatorId,
                        until)
                .replaceWithVoid();
    }
}
