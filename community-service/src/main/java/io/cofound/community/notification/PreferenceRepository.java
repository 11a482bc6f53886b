package io.cofound.community.notification;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.NotificationKind;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What members chose. Kinds they never chose for have no row. */
@ApplicationScoped
class PreferenceRepository {

    private static final String CHOSEN = "jsonb_to_recordset(cast(cast(?2 as text) as jsonb))"
            + " as chosen(kind text, in_app boolean, live boolean, digest boolean)";

    Uni<Preferences> of(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select kind, in_app, live, digest from notification_preference where member_id = ?1",
                                Object[].class)
                        .setParameter(1, memberId)
                        .getResultList())
                .map(rows -> {
                    Map<NotificationKind, Preference> kinds = new EnumMap<>(NotificationKind.class);
                    rows.forEach(row -> kinds.put(NotificationKind.valueOf((String) row[0]), preference(row)));
                    return new Preferences(kinds).completed();
                });
    }

    /** By member; members who never chose are left out. */
    Uni<Map<UUID, Preference>> of(Collection<UUID> memberIds, NotificationKind kind) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select member_id, in_app, live, digest from notification_preference
                                where kind = ?1 and member_id in (?2)""", Object[].class)
                        .setParameter(1, kind.name())
                        .setParameter(2, memberIds)
                        .getResultList())
                .map(rows -> {
                    Map<UUID, Preference> byMember = new HashMap<>();
                    rows.forEach(row -> byMember.put((UUID) row[0], preference(row)));
                    return byMember;
                });
    }

    /** Whole, in one statement and one order, so that of two at once one wins and neither waits for ever. */
    Uni<Void> put(UUID memberId, Preferences preferences) {
        return execute(
                memberId,
                preferences,
                "insert into notification_preference (member_id, kind, in_app, live, digest)"
                        + " select ?1, kind, in_app, live, digest from " + CHOSEN + " order by kind"
                        + " on conflict (member_id, kind) do update set in_app = excluded.in_app,"
                        + " live = excluded.live, digest = excluded.digest");
    }

    /** Notifications that wait for the next digest follow the member's new wish. */
    Uni<Void> applyToWaiting(UUID memberId, Preferences preferences) {
        return execute(
                memberId,
                preferences,
                "update notification set digest = chosen.digest from " + CHOSEN
                        + " where notification.kind = chosen.kind and id in (select id from notification"
                        + " where member_id = ?1 and digest and digest_id is null and read_at is null"
                        + " order by id for update)");
    }

    Uni<Void> deleteOf(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from notification_preference where member_id = ?1")
                        .setParameter(1, memberId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Void> execute(UUID memberId, Preferences preferences, String sql) {
        JsonArray chosen = new JsonArray();
        preferences
                .kinds()
                .forEach((kind, preference) -> chosen.add(new JsonObject()
                        .put("kind", kind.name())
                        .put("in_app", preference.inApp())
                        .put("live", preference.live())
                        .put("digest", preference.digest())));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter(1, memberId)
                        .setParameter(2, chosen.encode())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Preference preference(Object[] row) {
        return new Preference((Boolean) row[1], (Boolean) row[2], (Boolean) row[3]);
    }
}
