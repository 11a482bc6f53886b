package io.cofound.moderation.queue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.contracts.moderation.Label;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** Every method joins the caller's transaction or session. */
@ApplicationScoped
class CaseRepository implements PanacheRepositoryBase<ModerationCase, UUID> {

    Uni<ModerationCase> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Null if there is none. */
    Uni<ModerationCase> lockOpen(UUID decisionId, CaseKind kind) {
        return find("decisionId = ?1 and kind = ?2 and stage = OPEN", decisionId, kind)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    Uni<List<ModerationCase>> lockOpenOf(UUID decisionId) {
        return find("decisionId = ?1 and stage = OPEN order by id", decisionId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Uni<List<ModerationCase>> lockOpenOf(UUID subjectId, long untilRevision) {
        return find("subjectId = ?1 and stage = OPEN and subjectRevision <= ?2 order by id", subjectId, untilRevision)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** About what was reported of older revisions; null if there is none. */
    Uni<ModerationCase> lockReported(UUID subjectId, long untilRevision) {
        return find(
                        "subjectId = ?1 and kind = REPORT and stage = OPEN and subjectRevision <= ?2 order by id",
                        subjectId,
                        untilRevision)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    Uni<List<ModerationCase>> lockOpenBy(UUID authorId, Instant until) {
        return find("authorId = ?1 and stage = OPEN and submittedAt <= ?2 order by id", authorId, until)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Whether the member resolved another case about the decision. */
    Uni<Boolean> wasResolvedBy(UUID decisionId, UUID memberId) {
        return count("decisionId = ?1 and resolvedBy = ?2", decisionId, memberId)
                .map(count -> count > 0);
    }

    /** Of closed cases. */
    Uni<Void> forgetWords(UUID subjectId, long untilRevision) {
        return update(
                        "text = null, plea = null where subjectId = ?1 and subjectRevision <= ?2 and stage <> OPEN",
                        subjectId,
                        untilRevision)
                .replaceWithVoid();
    }

    /** All of them, as whoever moderated where it was has no more to do with it. Claims end, as their owners may be of there. */
    Uni<Void> move(UUID subjectId, UUID communityId) {
        return update(
                        "communityId = ?2, revision = revision + 1, claimedUntil = null"
                                + " where subjectId = ?1 and communityId <> ?2 and stage = OPEN",
                        subjectId,
                        communityId)
                .chain(() ->
                        update("communityId = ?2 where subjectId = ?1 and communityId <> ?2", subjectId, communityId))
                .replaceWithVoid();
    }

    Uni<Void> forgetWordsBy(UUID authorId, Instant until) {
        return update("text = null, plea = null where authorId = ?1 and submittedAt <= ?2", authorId, until)
                .replaceWithVoid();
    }

    Uni<Void> releaseClaimsOf(UUID moderatorId) {
        return update(
                        "claimedBy = null, claimedAt = null, claimedUntil = null, revision = revision + 1 where claimedBy = ?1",
                        moderatorId)
                .replaceWithVoid();
    }

    /** Twice as urgent with every day, ten times at most. The revision stays: whoever has the case need not know. */
    Uni<Void> ageSamples() {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                update moderation_case set priority = aged.priority
                                from (select id, harm * reach * uncertainty
                                        * power(2, least(10, extract(epoch from now() - opened_at)::bigint / 86400)) as priority
                                    from moderation_case where stage = 'OPEN' and kind in ('SAMPLE', 'SECOND')) as aged
                                where moderation_case.id = aged.id and stage = 'OPEN'
                                    and moderation_case.priority <> aged.priority""").executeUpdate())
                .replaceWithVoid();
    }

    /** When the moderator resolved the latest cases, latest first. */
    Uni<List<Instant>> latestResolutionsOf(UUID moderatorId, int most) {
        return getSession().chain(session -> session.createQuery("""
                        select c.closedAt from ModerationCase c where c.resolvedBy = ?1
                        order by c.closedAt desc""", Instant.class)
                .setParameter(1, moderatorId)
                .setMaxResults(most)
                .getResultList());
    }

    /** When the moderator resolved severe cases since then, oldest first. */
    Uni<List<Instant>> severeResolutionsOf(UUID moderatorId, Instant since) {
        return getSession().chain(session -> session.createQuery("""
                        select c.closedAt from ModerationCase c
                        where c.resolvedBy = ?1 and c.closedAt > ?2 and c.severe order by c.closedAt""", Instant.class)
                .setParameter(1, moderatorId)
                .setParameter(2, since)
                .getResultList());
    }

    /** When the moderator took the latest of those that are still open, latest first; whether it was given back or not. */
    Uni<List<Instant>> latestClaimsOf(UUID moderatorId, UUID except, int most) {
        return getSession().chain(session -> session.createQuery("""
                        select c.claimedAt from ModerationCase c
                        where c.claimedBy = ?1 and c.id <> ?2 and c.claimedAt is not null
                        order by c.claimedAt desc""", Instant.class)
                .setParameter(1, moderatorId)
                .setParameter(2, except)
                .setMaxResults(most)
                .getResultList());
    }

    /** As {@link #latestClaimsOf}, of severe cases since then. */
    Uni<List<Instant>> severeClaimsOf(UUID moderatorId, UUID except, Instant since) {
        return getSession().chain(session -> session.createQuery("""
                        select c.claimedAt from ModerationCase c
                        where c.claimedBy = ?1 and c.id <> ?2 and c.claimedAt > ?3 and c.severe
                        order by c.claimedAt desc""", Instant.class)
                .setParameter(1, moderatorId)
                .setParameter(2, except)
                .setParameter(3, since)
                .getResultList());
    }

    /** Makes whatever else the moderator takes wait for the caller's commit, so that all of it is counted. */
    Uni<Void> takeTurns(UUID moderatorId) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))", Integer.class)
                        .setParameter(1, "moderator-" + moderatorId)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** What first and second reviewers found, of second reviews since then. */
    Uni<List<Kappa.Count>> secondReviews(Instant since) {
        return getSession()
                .chain(session -> session.createQuery("""
                                select first.resolvedLabel, second.resolvedLabel, count(*) from ModerationCase second
                                join ModerationCase first on first.id = second.firstCaseId
                                where second.stage = RESOLVED and second.closedAt > ?1
                                group by first.resolvedLabel, second.resolvedLabel""", Object[].class)
                        .setParameter(1, since)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Kappa.Count((Label) row[0], (Label) row[1], (long) row[2]))
                        .toList());
    }
}
