package io.cofound.moderation.learning;

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
class ModelRepository implements PanacheRepositoryBase<ModelVersion, UUID> {

    private static final String NEWEST_FIRST = " order by createdAt desc, id desc";

    /** What judges or watches, of one moment. */
    record Chosen(long set, String version, ModelState state, long revision) {}

    /** All but the live one. */
    Uni<List<ModelVersion>> page(PageRequest page) {
        return page.after()
                .map(after -> find(
                        "state <> ?3 and (createdAt, id) < (?1, ?2)" + NEWEST_FIRST,
                        after.at(),
                        after.id(),
                        ModelState.LIVE))
                .orElseGet(() -> find("state <> ?1" + NEWEST_FIRST, ModelState.LIVE))
                .range(0, page.fetchSize() - 1)
                .list();
    }

    static Cursor cursorOf(ModelVersion model) {
        return new Cursor(model.createdAt, model.id);
    }

    /** Null if there is none. */
    Uni<ModelVersion> named(String version) {
        return find("version", version).firstResult();
    }

    /** Of TRAINING, SHADOW and LIVE there is at most one; null if there is none. */
    Uni<ModelVersion> only(ModelState state) {
        return find("state", state).firstResult();
    }

    Uni<List<Chosen>> chosen() {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                select applied.version, model.version, model.state, model.revision
                                from model_set applied cross join model_version model
                                where model.state in ('SHADOW', 'LIVE')""", Object[].class).getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Chosen(
                                (long) row[0], (String) row[1], ModelState.valueOf((String) row[2]), (long) row[3]))
                        .toList());
    }

    /** Changes wait for each other here. Until the caller's commit. */
    Uni<Void> lock() {
        return getSession()
                .chain(session -> session.createNativeQuery("select version from model_set for update", Long.class)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** Tells every instance to look again. */
    Uni<Void> tell() {
        return getSession()
                .chain(session -> session.createNativeQuery("update model_set set version = version + 1")
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Long> nextNumber() {
        return getSession().chain(session -> session.createNativeQuery("select nextval('model_number')", Long.class)
                .getSingleResult());
    }

    Uni<Void> keepWeights(String version, byte[] weights) {
        return getSession().chain(session -> session.persist(new ModelWeights(version, weights)));
    }

    /** Null if there are none. */
    Uni<byte[]> weights(String version) {
        return getSession()
                .chain(session -> session.find(ModelWeights.class, version))
                .map(found -> found == null ? null : found.weights);
    }

    /** Null if nothing waits to be trained. */
    Uni<ModelVersion> claim(UUID process, Instant until) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                update model_version set held_by = ?1, leased_until = ?2
                                where state = 'TRAINING' and held_by is null""")
                        .setParameter(1, process)
                        .setParameter(2, until)
                        .executeUpdate())
                .chain(() -> find("state = ?1 and heldBy = ?2", ModelState.TRAINING, process)
                        .firstResult());
    }

    Uni<Void> extend(UUID process, Instant until) {
        return update("leasedUntil = ?1 where state = ?2 and heldBy = ?3", until, ModelState.TRAINING, process)
                .replaceWithVoid();
    }

    /** The name of a version that nobody makes any more; null if there is none. */
    Uni<String> abandoned(Instant now) {
        return getSession().chain(session -> session.createQuery(
                        "select version from ModelVersion where state = ?1 and leasedUntil < ?2", String.class)
                .setParameter(1, ModelState.TRAINING)
                .setParameter(2, now)
                .getSingleResultOrNull());
    }

    /** @param changedBy null for no person */
    Uni<Void> note(ModelVersion model, UUID changedBy) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into model_change (version, revision, state, changed_by, changed_at)
                                values (?1, ?2, ?3, cast(?4 as uuid), ?5)""")
                        .setParameter(1, model.version)
                        .setParameter(2, model.revision)
                        .setParameter(3, model.state.name())
                        .setParameter(4, changedBy == null ? null : changedBy.toString())
                        .setParameter(5, Instant.now())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<List<ModelView.Change>> history(String version) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                select revision, state, changed_by, changed_at from model_change
                                where version = ?1 order by revision""", Object[].class)
                        .setParameter(1, version)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new ModelView.Change(
                                (long) row[0], ModelState.valueOf((String) row[1]), (UUID) row[2], instant(row[3])))
                        .toList());
    }

    Uni<List<Object[]>> changesBy(UUID memberId) {
        return getSession().chain(session -> session.createNativeQuery("""
                                select version, state, changed_at from model_change
                                where changed_by = ?1 order by changed_at""", Object[].class)
                .setParameter(1, memberId)
                .getResultList());
    }

    static Instant instant(Object column) {
        return column instanceof java.time.OffsetDateTime time ? time.toInstant() : (Instant) column;
    }
}
