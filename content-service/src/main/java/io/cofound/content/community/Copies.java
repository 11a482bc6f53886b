package io.cofound.content.community;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** Writes the copies. An older revision never replaces a newer one, so events may come again and in any order. */
@ApplicationScoped
public class Copies {

    @WithTransaction
    public Uni<Void> community(UUID id, long revision, Visibility visibility, ModerationMode moderation) {
        return execute("""
                insert into community (id, revision, visibility, moderation) values (?1, ?2, ?3, ?4)
                on conflict (id) do update set revision = excluded.revision, visibility = excluded.visibility,
                    moderation = excluded.moderation
                where community.revision < excluded.revision""", id, revision, visibility.name(), moderation.name());
    }

    @WithTransaction
    public Uni<Void> member(UUID id, long revision, String displayName) {
        return execute("""
                insert into member (id, revision, display_name) values (?1, ?2, ?3)
                on conflict (id) do update set revision = excluded.revision, display_name = excluded.display_name
                where member.revision < excluded.revision""", id, revision, displayName);
    }

    @WithTransaction
    Uni<Void> membership(UUID id, long revision, UUID communityId, UUID memberId, CommunityRole role, boolean active) {
        return execute("""
                insert into membership (id, revision, community_id, member_id, role, active)
                values (?1, ?2, ?3, ?4, ?5, ?6)
                on conflict (id) do update set revision = excluded.revision, role = excluded.role,
                    active = excluded.active
                where membership.revision < excluded.revision""", id, revision, communityId, memberId, role.name(), active);
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
