package io.cofound.community.notification;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Clears away what nobody needs any more, in small transactions; instances that do so at once share the work. */
@ApplicationScoped
class Retention {

    static final int BATCH = 1_000;

    private final NotificationConfig config;

    Retention(NotificationConfig config) {
        this.config = config;
    }

    Uni<Void> run(Instant now) {
        Instant read = now.minus(config.keepRead());
        Instant any = now.minus(config.keepUnread());
        return deleteAll("notification", "id", "read_at is not null and raised_at < ?1", read)
                .chain(() -> deleteAll("notification", "id", "raised_at < ?1", any))
                .chain(() -> deleteAll("digest", "id", "prepared_at < ?1", any))
                .chain(() -> deleteAll("meetup_guest", "registration_id", "changed_at < ?1", any))
                .chain(() -> deleteAll("cancelled_meetup", "meetup_id", "cancelled_at < ?1", any));
    }

    private static Uni<Void> deleteAll(String table, String key, String condition, Instant before) {
        String sql = "delete from " + table + " where " + key + " in (select " + key + " from " + table + " where "
                + condition + " limit " + BATCH + " for update skip locked)";
        return Multi.createBy()
                .repeating()
                .uni(() -> Panache.withTransaction(
                        () -> Panache.getSession().chain(session -> session.createNativeQuery(sql)
                                .setParameter(1, before)
                                .executeUpdate())))
                .whilst(deleted -> deleted == BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
