package io.cofound.moderation.quality;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.moderation.Label;
import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.decision.Judged;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** What people were asked about, and what they said. Every method joins the caller's transaction or session. */
@ApplicationScoped
class Observations {

    private static final int FORGOTTEN_AT_ONCE = 1_000;

    /** @param inclusion the chance it had to be asked about, above 0 to 1 */
    Uni<Void> add(Judged judged, String language, double inclusion) {
        Classification found = judged.classification();
        return change(
                """
                insert into quality_observation (decision_id, community_id, author_id, language, rung, action,
                    label, confidence, inclusion, written_at, made_at)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) on conflict do nothing""",
                judged.decisionId(),
                judged.subject().communityId(),
                judged.subject().authorId(),
                language,
                found.rung().name(),
                found.action().name(),
                found.label().name(),
                found.scores().get(found.label()),
                inclusion,
                judged.subject().submittedAt(),
                judged.judgedAt());
    }

    /** Nothing happens where nobody was asked. */
    Uni<Void> learn(UUID decisionId, Label truth) {
        return change("update quality_observation set truth = ?2 where decision_id = ?1", decisionId, truth.name());
    }

    /** Texts judged since then in one of the languages, more than the most are not counted. */
    Uni<Long> judgedIn(String language, Instant since, int most) {
        String written = "split_part(lower(language), '-', 1)";
        String asked = language.equals(Languages.OTHER)
                ? "?1 = 'other' and (language is null or " + written + " not in ('en', 'zh'))"
                : written + " = ?1";
        return count("select 1 from decision where " + asked + " and decided_at > ?2", language, since, most);
    }

    /** As {@link #judgedIn}, in a community. */
    Uni<Long> judgedAt(UUID communityId, Instant since, int most) {
        return count("select 1 from decision where community_id = ?1 and decided_at > ?2", communityId, since, most);
    }

    /** As {@link #judgedIn}, of those that were drawn. */
    Uni<Long> drawnAt(UUID communityId, Instant since, int most) {
        return count(
                "select 1 from quality_observation where community_id = ?1 and made_at > ?2 and action <> 'HOLD'",
                communityId,
                since,
                most);
    }

    /** Whose text it was is no longer known, nor the group; what the cascade and people found stays to be counted. */
    Uni<Void> disown(UUID authorId, Instant until) {
        return change(
                "update quality_observation set author_id = null where author_id = ?1 and written_at <= ?2",
                authorId,
                until);
    }

    Uni<Void> forgetBefore(Instant time) {
        return change("""
                delete from quality_observation where decision_id in (
                    select decision_id from quality_observation where made_at < ?1 order by made_at limit ?2
                    for update skip locked)""", time, FORGOTTEN_AT_ONCE);
    }

    /** At most as many as there are combinations, however many texts there were. */
    Uni<List<Cell>> cells(Instant since) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(Cell.SQL, Object[].class)
                        .setParameter(1, since)
                        .getResultList())
                .map(rows -> rows.stream().map(Cell::of).toList());
    }

    /** As {@link #cells}. */
    Uni<List<Bin>> bins(Instant since) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(Bin.SQL, Object[].class)
                        .setParameter(1, since)
                        .getResultList())
                .map(rows -> rows.stream().map(Bin::of).toList());
    }

    private static Uni<Long> count(String select, Object where, Instant since, int most) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select count(*) from (" + select + " limit ?3) as counted", Long.class)
                .setParameter(1, where)
                .setParameter(2, since)
                .setParameter(3, most)
                .getSingleResult());
    }

    private static Uni<Void> change(String sql, Object... parameters) {
        return Panache.getSession()
                .chain(session -> {
                    Mutiny.MutationQuery query = session.createNativeQuery(sql);
                    for (int i = 0; i < parameters.length; i++) {
                        query = query.setParameter(i + 1, parameters[i]);
                    }
                    return query.executeUpdate();
                })
                .replaceWithVoid();
    }
}
