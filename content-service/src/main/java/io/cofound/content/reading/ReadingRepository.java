package io.cofound.content.reading;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.content.PostRead;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.hibernate.reactive.mutiny.Mutiny.Session;

import static java.util.stream.Collectors.toSet;

/** What members have read: one row of a member and a post. Every method joins the caller's transaction or session. */
@ApplicationScoped
class ReadingRepository {

    /**
     * A row as it stands after a read.
     *
     * @param isNew whether the member had not read the post before
     */
    record Kept(UUID memberId, UUID postId, long dwellMillis, double depth, Instant lastReadAt, boolean isNew) {}

    private static final String READING =
            "select member_id, post_id, readings, dwell_millis, depth, first_read_at, last_read_at from reading ";

    /** In the order of the posts, as everybody locks who locks several. xmax is zero in a row that was just inserted. */
    private static final String KEEP = """
            insert into reading as known
                (member_id, post_id, readings, dwell_millis, depth, first_read_at, last_read_at, published_at)
            select member, f.post, 1, dwell, depth, "firstAt", "lastAt", p.published_at
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as f(member uuid, post uuid, dwell bigint,
                depth double precision, "firstAt" timestamptz, "lastAt" timestamptz)
            join post p on p.id = f.post
            order by f.post, member
            on conflict (member_id, post_id) do update set
                readings = known.readings + case
                    when excluded.first_read_at > known.last_read_at + ?2 * interval '1 second' then 1 else 0 end,
                dwell_millis = known.dwell_millis + least(excluded.dwell_millis, greatest(0,
                    cast(trunc(1000 * extract(epoch from excluded.last_read_at - known.last_read_at)) as bigint))),
                depth = greatest(known.depth, excluded.depth),
                last_read_at = greatest(known.last_read_at, excluded.last_read_at)
            returning member_id, post_id, dwell_millis, depth, last_read_at, xmax = 0""";

    private final ReadingConfig config;

    ReadingRepository(ReadingConfig config) {
        this.config = config;
    }

    /** @param reads at most one of a member and a post */
    Uni<List<Kept>> keep(Collection<Read> reads) {
        JsonArray rows = new JsonArray();
        reads.forEach(read -> rows.add(new JsonObject()
                .put("member", read.reader().id().toString())
                .put("post", read.postId().toString())
                .put("dwell", read.dwellMillis())
                .put("depth", read.depth())
                .put("firstAt", read.firstAt().toString())
                .put("lastAt", read.lastAt().toString())));
        return session()
                .chain(session -> session.createNativeQuery(KEEP, Object[].class)
                        .setParameter(1, rows.encode())
                        .setParameter(2, config.readingEndsAfter().toSeconds())
                        .getResultList())
                .map(kept -> kept.stream()
                        .map(row -> new Kept(
                                (UUID) row[0], (UUID) row[1], (long) row[2], (double) row[3], instant(row[4]), (boolean)
                                        row[5]))
                        .toList());
    }

    Uni<Set<UUID>> seen(UUID memberId, Collection<UUID> postIds, Instant asOf) {
        return session()
                .chain(session -> session.createNativeQuery("""
                                select post_id from reading
                                where member_id = ?1 and post_id = any(?2) and first_read_at <= ?3""", UUID.class)
                        .setParameter(1, memberId)
                        .setParameter(2, postIds.toArray(UUID[]::new))
                        .setParameter(3, asOf)
                        .getResultList())
                .map(found -> found.stream().collect(toSet()));
    }

    /** Those rows that are there; they do not go before the caller's transaction has ended. */
    Uni<List<Reading>> hold(Collection<PostRead> reads) {
        JsonArray pairs = new JsonArray();
        reads.forEach(read -> pairs.add(new JsonObject()
                .put("member", read.memberId().toString())
                .put("post", read.postId().toString())));
        return session()
                .chain(session -> session.createNativeQuery(READING + """
                                        join jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as f(member uuid, post uuid)
                                            on member_id = member and post_id = post
                                        order by post_id, member_id for key share of reading""", Object[].class)
                        .setParameter(1, pairs.encode())
                        .getResultList())
                .map(ReadingRepository::readings);
    }

    /** All of the member; none of it goes before the caller's transaction has ended. */
    Uni<List<Reading>> hold(UUID memberId) {
        return session()
                .chain(session -> session.createNativeQuery(
                                READING + "where member_id = ?1 order by post_id for key share", Object[].class)
                        .setParameter(1, memberId)
                        .getResultList())
                .map(ReadingRepository::readings);
    }

    /** Some of those who have read anything, by ascending id. */
    Uni<List<UUID>> readersAfter(UUID after, int limit) {
        return session().chain(session -> session.createNativeQuery(
                        "select distinct member_id from reading where member_id > ?1 order by member_id limit ?2",
                        UUID.class)
                .setParameter(1, after)
                .setParameter(2, limit)
                .getResultList());
    }

    Uni<List<Reading>> of(UUID memberId) {
        return session()
                .chain(session -> session.createNativeQuery(
                                READING + "where member_id = ?1 order by first_read_at, post_id", Object[].class)
                        .setParameter(1, memberId)
                        .getResultList())
                .map(ReadingRepository::readings);
    }

    /** What goes, by the member's own wish or an erasure. */
    Uni<List<Reading>> removeOf(UUID memberId, Instant until) {
        return session()
                .chain(session -> session.createNativeQuery("""
                                with old as (select post_id as old_post from reading
                                    where member_id = ?1 and first_read_at <= ?2 order by post_id for update)
                                delete from reading using old where member_id = ?1 and post_id = old_post
                                returning member_id, post_id, readings, dwell_millis, depth, first_read_at, last_read_at""", Object[].class)
                        .setParameter(1, memberId)
                        .setParameter(2, until)
                        .getResultList())
                .map(ReadingRepository::readings);
    }

    Uni<List<Reading>> remove(UUID memberId, UUID postId) {
        return session()
                .chain(session -> session.createNativeQuery("""
                                delete from reading where member_id = ?1 and post_id = ?2
                                returning member_id, post_id, readings, dwell_millis, depth, first_read_at, last_read_at""", Object[].class)
                        .setParameter(1, memberId)
                        .setParameter(2, postId)
                        .getResultList())
                .map(ReadingRepository::readings);
    }

    static List<Reading> readings(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Reading(
                        (UUID) row[0],
                        (UUID) row[1],
                        (int) row[2],
                        (long) row[3],
                        (double) row[4],
                        instant(row[5]),
                        instant(row[6])))
                .toList();
    }

    static Instant instant(Object column) {
        return ((OffsetDateTime) column).toInstant();
    }

    private static Uni<Session> session() {
        return Panache.getSession();
    }
}
