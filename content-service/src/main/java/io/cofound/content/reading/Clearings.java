package io.cofound.content.reading;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.cofound.content.counter.Counter;
import io.cofound.content.counter.Counters;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jboss.logging.Logger;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

/**
 * What follows when readings go: the posts have a reader less, in the same transaction, and the documents forget them
 * after it, as soon as the document store is there. Until then a note says which.
 */
@ApplicationScoped
class Clearings {

    /** @param postId null for all of the month */
    private record Clearing(long id, UUID memberId, YearMonth month, UUID postId) {}

    private static final Logger LOG = Logger.getLogger(Clearings.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final int AT_ONCE = 100;

    private final ReadingMonths months;
    private final Counters counters;
    private final Vertx vertx;
    private final AtomicBoolean working = new AtomicBoolean();

    Clearings(ReadingMonths months, Counters counters, Vertx vertx) {
        this.months = months;
        this.counters = counters;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(LOOK_EVERY.toMillis(), timer -> work());
    }

    /**
     * Needs the transaction in which they went.
     *
     * @param all whether that was all of their months; a document that lost too much by it is repaired by its next reader
     */
    Uni<Void> follow(List<Reading> gone, boolean all) {
        if (gone.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return counters.subtract(gone.stream().collect(groupingBy(Reading::postId, counting())), Counter.READS)
                .chain(() -> note(gone, all));
    }

    private static Uni<Void> note(List<Reading> gone, boolean all) {
        JsonArray rows = new JsonArray();
        gone.forEach(reading -> rows.add(new JsonObject()
                .put("member", reading.memberId().toString())
                .put("month", reading.month().toString())
                .put("post", all ? null : reading.postId().toString())));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into reading_clearing (member_id, month, post_id)
                                select distinct member, month, post
                                from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                                    as f(member uuid, month text, post uuid)""")
                        .setParameter(1, rows.encode())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** In the background, one round at a time. */
    void work() {
        if (!working.compareAndSet(false, true)) {
            return;
        }
        Background.run(
                vertx,
                () -> Panache.withTransaction(this::round),
                done -> {
                    working.set(false);
                    if (done == AT_ONCE) {
                        work();
                    }
                },
                failure -> {
                    working.set(false);
                    LOG.warnf(
                            "documents could not be cleared yet (%s)",
                            failure.getClass().getName());
                });
    }

    private Uni<Integer> round() {
        return next().call(clearings -> Multi.createFrom()
                        .iterable(clearings)
                        .onItem()
                        .transformToUniAndConcatenate(this::clear)
                        .onItem()
                        .ignoreAsUni())
                .call(Clearings::done)
                .map(List::size);
    }

    private Uni<Void> clear(Clearing clearing) {
        return clearing.postId == null
                ? months.remove(clearing.memberId, clearing.month)
                : months.drop(clearing.memberId, clearing.month, List.of(clearing.postId));
    }

    private static Uni<List<Clearing>> next() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select id, member_id, month, post_id from reading_clearing
                                order by id limit 100 for update skip locked""", Object[].class).getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Clearing(
                                (long) row[0], (UUID) row[1], YearMonth.parse((String) row[2]), (UUID) row[3]))
                        .toList());
    }

    private static Uni<Void> done(List<Clearing> clearings) {
        return clearings.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery("delete from reading_clearing where id = any(?1)")
                                .setParameter(
                                        1, clearings.stream().map(Clearing::id).toArray(Long[]::new))
                                .executeUpdate())
                        .replaceWithVoid();
    }
}
