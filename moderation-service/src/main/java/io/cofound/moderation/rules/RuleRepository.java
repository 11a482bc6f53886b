package io.cofound.moderation.rules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** Every method joins the caller's transaction or session. */
@ApplicationScoped
class RuleRepository implements PanacheRepositoryBase<ModerationRule, UUID> {

    private static final String NEWEST_FIRST = " order by createdAt desc, id desc";

    Uni<List<ModerationRule>> page(PageRequest page) {
        return page.after()
                .map(after -> find("(createdAt, id) < (?1, ?2)" + NEWEST_FIRST, after.at(), after.id()))
                .orElseGet(() -> find("1 = 1" + NEWEST_FIRST))
                .range(0, page.fetchSize() - 1)
                .list();
    }

    static Cursor cursorOf(ModerationRule rule) {
        return new Cursor(rule.createdAt, rule.id);
    }

    Uni<List<ModerationRule>> applied() {
        return list("state in ?1 order by id", List.of(RuleState.SHADOW, RuleState.LIVE));
    }

    Uni<Long> countApplied() {
        return count("state in ?1", List.of(RuleState.SHADOW, RuleState.LIVE));
    }

    Uni<Long> version() {
        return getSession()
                .chain(session -> session.createNativeQuery("select version from moderation_rule_set", Long.class)
                        .getSingleResult());
    }

    /** Changes wait for each other here, so that every one of them is a version of its own. */
    Uni<Long> nextVersion() {
        return getSession().chain(session -> session.createNativeQuery(
                        "update moderation_rule_set set version = version + 1 returning version", Long.class)
                .getSingleResult());
    }

    Uni<Void> note(ModerationRule rule, UUID changedBy, Instant changedAt, long setVersion) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into moderation_rule_change
                                    (rule_id, revision, state, changed_by, changed_at, rule_set)
                                values (?1, ?2, ?3, ?4, ?5, ?6)""")
                        .setParameter(1, rule.id)
                        .setParameter(2, rule.revision)
                        .setParameter(3, rule.state.name())
                        .setParameter(4, changedBy)
                        .setParameter(5, changedAt)
                        .setParameter(6, setVersion)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<List<RuleView.Change>> history(UUID ruleId) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                select revision, state, changed_by, changed_at, rule_set from moderation_rule_change
                                where rule_id = ?1 order by revision""", Object[].class)
                        .setParameter(1, ruleId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new RuleView.Change(
                                (long) row[0],
                                RuleState.valueOf((String) row[1]),
                                (UUID) row[2],
                                RuleHits.instant(row[3]),
                                (long) row[4]))
                        .toList());
    }

    /** Ids of the rules whose state a member changed. */
    Uni<List<Object[]>> changesBy(UUID memberId) {
        return getSession().chain(session -> session.createNativeQuery("""
                                select rule_id, state, changed_at from moderation_rule_change
                                where changed_by = ?1 order by changed_at""", Object[].class)
                .setParameter(1, memberId)
                .getResultList());
    }
}
