package io.cofound.moderation.flood;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What was written lately. Every method joins the caller's transaction. */
@ApplicationScoped
class TextPrints {

    /** For texts of no community. */
    private static final UUID NOWHERE = new UUID(0, 0);

    /** More copies say nothing new. */
    private static final int MOST_COPIES = 2_000;

    private static final int FORGOTTEN_AT_ONCE = 200;

    /**
     * Other revisions of the same text are no copies. Texts that are judged at this very moment are not seen yet. Looked for
     * by their bands first, as in a busy hour few are alike and many are of the last minutes.
     */
    Uni<Copies> copies(TextPrint print, Writing writing, Duration window) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                with alike as materialized (
                                    select * from text_print
                                    where bands && cast(string_to_array(?1, ',') as bigint[])),
                                copy as (
                                    select author_id, community_id from alike
                                    where written_at > ?2 and written_at <= ?3 and subject_id <> ?4
                                        and (author_id = ?7 or community_id = ?8)
                                        and (select count(*) from unnest(bands) band
                                             where band = any (cast(string_to_array(?1, ',') as bigint[]))) >= ?5
                                    limit ?6)
                                select count(*) filter (where author_id = ?7),
                                    count(*) filter (where community_id = ?8),
                                    count(distinct author_id) filter (where community_id = ?8 and author_id <> ?7)
                                from copy""", Object[].class)
                        .setParameter(1, print.asArray())
                        .setParameter(2, writing.writtenAt().minus(window))
                        .setParameter(3, writing.writtenAt())
                        .setParameter(4, writing.subjectId())
                        .setParameter(5, print.agreeing())
                        .setParameter(6, MOST_COPIES)
                        .setParameter(7, writing.authorId())
                        .setParameter(8, community(writing))
                        .getSingleResult())
                .map(row ->
                        new Copies((long) row[0], writing.communityId() == null ? 0 : (long) row[1], (long) row[2]));
    }

    /** Replaces that of an earlier revision. */
    Uni<Void> note(TextPrint print, Writing writing, HeldFor held) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into text_print (subject_id, community_id, author_id, bands, held, written_at)
                                values (?1, ?2, ?3, cast(string_to_array(?4, ',') as bigint[]), nullif(?5, ''), ?6)
                                on conflict (subject_id) do update set bands = excluded.bands, held = excluded.held,
                                    written_at = excluded.written_at""")
                        .setParameter(1, writing.subjectId())
                        .setParameter(2, community(writing))
                        .setParameter(3, writing.authorId())
                        .setParameter(4, print.asArray())
                        .setParameter(5, held == null ? "" : held.name())
                        .setParameter(6, writing.writtenAt())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> forgetBefore(Instant time) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                delete from text_print where subject_id in (
                                    select subject_id from text_print where written_at < ?1
                                    order by written_at limit ?2 for update skip locked)""")
                        .setParameter(1, time)
                        .setParameter(2, FORGOTTEN_AT_ONCE)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> forget(UUID authorId, Instant until) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from text_print where author_id = ?1 and written_at <= ?2")
                        .setParameter(1, authorId)
                        .setParameter(2, until)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Texts, those held as copies, those held in a wave, since a time. */
    Uni<Object[]> countSince(Instant time) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                select count(*), count(*) filter (where held = 'COPIES'),
                                    count(*) filter (where held = 'JOIN_WAVE')
                                from text_print where written_at > ?1""", Object[].class)
                .setParameter(1, time)
                .getSingleResult());
    }

    private static UUID community(Writing writing) {
        return writing.communityId() == null ? NOWHERE : writing.communityId();
    }
}
