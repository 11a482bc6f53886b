package io.cofound.content.community;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.ErasedMembers;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** Writes the copies. An older revision never replaces a newer one, so events may come again and in any order. */
@ApplicationScoped
public class Copies {

    private final ErasedMembers erased;

    Copies(ErasedMembers erased) {
        this.erased = erased;
    }

    @WithTransaction
    public Uni<Void> community(
            UUID id, long revision, Visibility visibility, ModerationMode moderation, boolean archived) {
        return execute("""
                insert into community (id, revision, visibility, moderation, archived) values (?1, ?2, ?3, ?4, ?5)
                on conflict (id) do update set revision = excluded.revision, visibility = excluded.visibility,
                    moderation = excluded.moderation, archived = excluded.archived
                where community.revision < excluded.revision""", id, revision, visibility.name(), moderation.name(), archived);
    }

    @WithTransaction
    public Uni<Void> member(UUID id, long revision, String displayName) {
        return execute("""
                insert into member (id, revision, display_name) values (?1, ?2, ?3)
                on conflict (id) do update set revision = excluded.revision, display_name = excluded.display_name
                where member.revision < excluded.revision""", id, revision, displayName);
    }

    @WithTransaction
    Uni<Void> membership(MembershipGranted granted) {
        return erased.isErased(granted.memberId(), granted.grantedAt())
                .chain(isErased -> isErased
                        ? Uni.createFrom().voidItem()
                        : membership(
                                granted.membershipId(),
                                granted.revision(),
                                granted.communityId(),
                                granted.memberId(),
                                granted.role(),
                                true,
                                granted.grantedAt()));
    }

    /** Of an erased member nothing stays, of others the revision. */
    @WithTransaction
    Uni<Void> membership(MembershipRevoked revoked) {
        return erased.isErased(revoked.memberId(), revoked.revokedAt())
                .chain(isErased -> isErased || revoked.cause() == RevocationCause.ERASED
                        ? execute(
                                "delete from membership where id = ?1 and revision <= ?2",
                                revoked.membershipId(),
                                revoked.revision())
                        : membership(
                                revoked.membershipId(),
                                revoked.revision(),
                                revoked.communityId(),
                                revoked.memberId(),
                                CommunityRole.MEMBER,
                                false,
                                revoked.revokedAt()));
    }

    /** Forgets the member's name and memberships, but not those of one who came back since. */
    @WithTransaction
    Uni<Void> forget(ErasureRequested request) {
        return execute("""
                insert into member (id, revision) values (?1, ?2)
                on conflict (id) do update set revision = excluded.revision, display_name = null
                where member.revision <= excluded.revision""", request.memberId(), request.memberRevision())
                .chain(() -> execute(
                        "delete from membership where member_id = ?1 and (changed_at is null or changed_at <= ?2)",
                        request.memberId(),
                        request.requestedAt()));
    }

    private static Uni<Void> membership(
            UUID id,
            long revision,
            UUID communityId,
            UUID memberId,
            CommunityRole role,
            boolean active,
            Instant changedAt) {
        return execute("""
                insert into membership (id, revision, community_id, member_id, role, active, changed_at)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                on conflict (id) do update set revision = excluded.revision, role = excluded.role,
                    active = excluded.active, changed_at = excluded.changed_at
                where membership.revision < excluded.revision""", id, revision, communityId, memberId, role.name(), active, changedAt);
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
