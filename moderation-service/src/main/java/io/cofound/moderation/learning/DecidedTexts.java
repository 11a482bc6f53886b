package io.cofound.moderation.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.moderation.Label;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** What was decided and has a text still, in pages, newest first. The latest ruling of a decision counts. */
@ApplicationScoped
class DecidedTexts {

    static final int PAGE = 500;

    /** Greater than every id. */
    static final UUID NEWEST = new UUID(-1, -1);

    /** When a text was written is told by another machine than makes its decision's id after that. */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private static final String COLUMNS = "select id, label, language, text from decision where text is not null";

    /** By people, until that time. */
    @WithSession
    Uni<List<RuledText>> ruled(UUID before, Instant until) {
        return page(COLUMNS + " and rung = 'HUMAN' and id < ?1 and decided_at <= ?2", before, until);
    }

    /** By whomever, of texts that were written since. The last page ends where older ids begin, not with the table. */
    @WithSession
    Uni<List<RuledText>> decided(UUID before, Instant since) {
        return page(
                COLUMNS + " and id < ?1 and submitted_at >= ?2 and id >= ?3",
                before,
                since,
                UuidCreator.getTimeOrderedEpochMin(since.minus(CLOCKS_DIFFER)));
    }

    /** Joins the caller's transaction. */
    Uni<Long> countRuled() {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select count(*) from decision where text is not null and rung = 'HUMAN'", Long.class)
                .getSingleResult());
    }

    private static Uni<List<RuledText>> page(String sql, Object... parameters) {
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(sql + " order by id desc", Object[].class);
                    for (int i = 0; i < parameters.length; i++) {
                        query = query.setParameter(i + 1, parameters[i]);
                    }
                    return query.setMaxResults(PAGE).getResultList();
                })
                .map(rows -> rows.stream()
                        .map(row -> new RuledText(
                                (UUID) row[0], Label.valueOf((String) row[1]), (String) row[2], (String) row[3]))
                        .toList());
    }
}
