package io.cofound.moderation.egress;

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
class EgressRepository implements PanacheRepositoryBase<Passage, UUID> {

    private static final String NEWEST_FIRST = " order by sentAt desc, id desc";
    private static final int FORGOTTEN_AT_ONCE = 5_000;

    Uni<List<Passage>> page(PageRequest page) {
        return page.after()
                .map(after -> find("(sentAt, id) < (?1, ?2)" + NEWEST_FIRST, after.at(), after.id()))
                .orElseGet(() -> find("1 = 1" + NEWEST_FIRST))
                .range(0, page.fetchSize() - 1)
                .list();
    }

    static Cursor cursorOf(Passage passage) {
        return new Cursor(passage.sentAt, passage.id);
    }

    Uni<Void> end(UUID id, Outcome outcome, long costMicros, long millis) {
        return update("outcome = ?2, costMicros = ?3, millis = ?4 where id = ?1", id, outcome, costMicros, millis)
                .replaceWithVoid();
    }

    Uni<Spending> spentOn(UUID subjectId, long subjectRevision) {
        return getSession()
                .chain(session -> session.createQuery(
                                "select sum(costMicros), coalesce(sum(millis), 0) from Egress"
                                        + " where subjectId = ?1 and subjectRevision = ?2",
                                Object[].class)
                        .setParameter(1, subjectId)
                        .setParameter(2, subjectRevision)
                        .getSingleResult())
                .map(sums -> new Spending((Long) sums[0], (long) sums[1]));
    }

    Uni<Integer> forgetBefore(Instant time) {
        return getSession().chain(session -> session.createNativeQuery("""
                        delete from egress where id in (
                            select id from egress where sent_at < ?1 order by sent_at limit ?2
                            for update skip locked)""")
                .setParameter(1, time)
                .setParameter(2, FORGOTTEN_AT_ONCE)
                .executeUpdate());
    }
}
