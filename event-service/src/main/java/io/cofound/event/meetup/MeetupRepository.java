package io.cofound.event.meetup;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class MeetupRepository implements PanacheRepositoryBase<Meetup, UUID> {

    /** Fails with 404. */
    Uni<Meetup> require(UUID id) {
        return findById(id).onItem().ifNull().failWith(() -> Problem.notFound("meetup"));
    }

    /** For a change. The session must not have read the row before, or it would keep what it read. */
    Uni<Meetup> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("meetup"));
    }

    /** Every one of a community that others see, past ones too. */
    Uni<List<Meetup>> lockPublished(UUID communityId) {
        return find(
                        "communityId = ?1 and state = ?2 and texts.shown.revision is not null order by id",
                        communityId,
                        MeetupState.PUBLISHED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Uni<List<Meetup>> organisedBy(UUID memberId) {
        return list("organiserId = ?1 order by id", memberId);
    }

    /** Before any of them is read: whoever registered still finds when it is or was. */
    Uni<Void> loseTextsOf(UUID organiserId, Instant until) {
        return change(
                "title = '', description = '', shown_title = case when shown_revision is null then null else '' end,"
                        + " shown_description = case when shown_revision is null then null else '' end",
                "",
                organiserId,
                until);
    }

    /** As above, only where others do not see the texts: nobody but the organisers would miss them. */
    Uni<Void> loseWithheldTextsOf(UUID organiserId, Instant until) {
        return change("title = '', description = ''", "and shown_revision is null", organiserId, until);
    }

    /** What others see stays, and nothing that they do not. */
    Uni<Void> loseUnseenTextsOf(UUID organiserId, Instant until) {
        return change(
                "title = shown_title, description = shown_description",
                "and shown_revision is not null",
                organiserId,
                until);
    }

    /** Past ones too. */
    Uni<List<Meetup>> lockPublishedBy(UUID organiserId, Instant until) {
        return find(
                        "organiserId = ?1 and createdAt <= ?2 and state = ?3 order by id",
                        organiserId,
                        until,
                        MeetupState.PUBLISHED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Before any of the rows is read. What was refused goes in any case, and why it was, since that quotes it. */
    private Uni<Void> change(String texts, String where, UUID organiserId, Instant until) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                update meetup set %s, submission_id = null, text_revision = shown_revision, text_state = case
                                        when shown_revision is null then null else 'PUBLISHED' end,
                                    decision_id = null, ruling = null, label = null, action = null, rung = null,
                                    reasons = null, decided_at = null, withheld_revision = null, withheld_title = null,
                                    withheld_description = null, withheld_decision_id = null, withheld_ruling = null
                                where organiser_id = ?1 and created_at <= ?2 %s""".formatted(texts, where))
                        .setParameter(1, organiserId)
                        .setParameter(2, until)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Texts that wait for judgement. */
    Uni<List<UUID>> submissionsOf(UUID organiserId, Instant until) {
        return Panache.getSession().chain(session -> session.createQuery(
                        "select texts.submissionId from Meetup where organiserId = ?1 and createdAt <= ?2"
                                + " and texts.state = ?3",
                        UUID.class)
                .setParameter(1, organiserId)
                .setParameter(2, until)
                .setParameter(3, TextState.PENDING)
                .getResultList());
    }

    /** Null for a meetup that is not there. */
    Uni<UUID> communityOf(UUID id) {
        return Panache.getSession()
                .chain(session -> session.createQuery("select communityId from Meetup where id = ?1", UUID.class)
                        .setParameter(1, id)
                        .getSingleResultOrNull());
    }

    Uni<List<UUID>> communitiesOf(UUID organiserId) {
        return Panache.getSession().chain(session -> session.createQuery(
                        "select distinct communityId from Meetup where organiserId = ?1", UUID.class)
                .setParameter(1, organiserId)
                .getResultList());
    }

    /** Those that nobody can have registered for, since nobody ever saw them. */
    Uni<Void> deleteUnpublishedOf(UUID organiserId, Instant until) {
        return delete("organiserId = ?1 and createdAt <= ?2 and publishedAt is null", organiserId, until)
                .replaceWithVoid();
    }

    /** Every one that the member ever registered for. */
    Uni<List<Meetup>> lockAttendedBy(UUID memberId) {
        return find("id in (select r.meetupId from Registration r where r.memberId = ?1) order by id", memberId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Uni<List<Meetup>> list(UUID communityId, boolean withDrafts, Period period, Instant now, PageRequest page) {
        Set<MeetupState> states =
                withDrafts ? EnumSet.of(MeetupState.DRAFT, MeetupState.PUBLISHED) : EnumSet.of(MeetupState.PUBLISHED);
        boolean upcoming = period == Period.UPCOMING;
        String where = "communityId = :community and state in (:states)"
                + (withDrafts ? "" : " and texts.shown.revision is not null") + " and schedule.endsAt "
                + (upcoming ? "> :now" : "<= :now");
        Parameters parameters =
                Parameters.with("community", communityId).and("states", states).and("now", now);
        if (page.after().isPresent()) {
            where += " and (schedule.startsAt, id) " + (upcoming ? ">" : "<") + " (:at, :id)";
            parameters
                    .and("at", page.after().get().at())
                    .and("id", page.after().get().id());
        }
        String order = upcoming ? " order by schedule.startsAt, id" : " order by schedule.startsAt desc, id desc";
        return find(where + order, parameters).range(0, page.fetchSize() - 1).list();
    }
}
