package io.cofound.content.mute;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.mute.MutesView.MutedMember;
import io.cofound.content.mute.MutesView.MutedTag;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class MuteRepository {

    private static final String MICROS = "cast(extract(epoch from muted_at) * 1000000 as bigint)";

    Uni<Void> add(UUID memberId, String tag, Instant at) {
        return execute("insert into muted_tag values (?1, ?2, ?3) on conflict do nothing", memberId, tag, at);
    }

    Uni<Void> add(UUID memberId, UUID mutedId, Instant at) {
        return execute("insert into muted_member values (?1, ?2, ?3) on conflict do nothing", memberId, mutedId, at);
    }

    Uni<Void> remove(UUID memberId, String tag) {
        return execute("delete from muted_tag where member_id = ?1 and tag = ?2", memberId, tag);
    }

    Uni<Void> remove(UUID memberId, UUID mutedId) {
        return execute("delete from muted_member where member_id = ?1 and muted_id = ?2", memberId, mutedId);
    }

    Uni<Void> forget(UUID memberId, Instant until) {
        return execute("delete from muted_tag where member_id = ?1 and muted_at <= ?2", memberId, until)
                .chain(() ->
                        execute("delete from muted_member where member_id = ?1 and muted_at <= ?2", memberId, until));
    }

    Uni<List<MutedTag>> tagsOf(UUID memberId) {
        return rows(
                        "select tag, " + MICROS + " from muted_tag where member_id = ?1 order by muted_at desc, tag",
                        memberId)
                .map(rows -> rows.stream()
                        .map(row -> new MutedTag((String) row[0], time(row[1])))
                        .toList());
    }

    Uni<List<MutedMember>> membersOf(UUID memberId) {
        return rows("select muted_id, display_name, " + MICROS + """
                 from muted_member left join member on id = muted_id
                where member_id = ?1 order by muted_at desc, muted_id""", memberId).map(rows -> rows.stream()
                .map(row -> new MutedMember((UUID) row[0], (String) row[1], time(row[2])))
                .toList());
    }

    private static Instant time(Object micros) {
        return Instant.EPOCH.plus((long) micros, ChronoUnit.MICROS);
    }

    private static Uni<List<Object[]>> rows(String sql, UUID memberId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(sql, Object[].class)
                .setParameter(1, memberId)
                .getResultList());
    }

    private static Uni<Void> execute(String sql, Object... parameters) {
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(sql);
                    for (int i = 0; i < parameters.length; i++) {
                        query.setParameter(i + 1, parameters[i]);
                    }
                    return query.executeUpdate();
                })
                .replaceWithVoid();
    }
}
