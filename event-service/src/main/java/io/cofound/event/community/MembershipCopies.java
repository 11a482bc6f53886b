package io.cofound.event.community;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.platform.privacy.ErasedMembers;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Who belongs to which community, as far as it is known here. Every method joins the caller's transaction. */
@ApplicationScoped
class MembershipCopies {

    private final ErasedMembers erased;

    MembershipCopies(ErasedMembers erased) {
        this.erased = erased;
    }

    Uni<Void> apply(MembershipGranted granted) {
        return erased.isErased(granted.memberId(), granted.grantedAt())
                .chain(isErased -> isErased
                        ? Uni.createFrom().voidItem()
                        : upsert(
                                granted.membershipId(),
                                granted.revision(),
                                granted.communityId(),
                                granted.memberId(),
                                granted.role(),
                                granted.grantedAt(),
                                null));
    }

    /** Of an erased member nothing stays, of others the revision. */
    Uni<Void> apply(MembershipRevoked revoked) {
        return erased.isErased(revoked.memberId(), revoked.revokedAt())
                .chain(isErased -> isErased || revoked.cause() == RevocationCause.ERASED
                        ? delete("id = ?1 and revision <= ?2", revoked.membershipId(), revoked.revision())
                        : upsert(
                                revoked.membershipId(),
                                revoked.revision(),
                                revoked.communityId(),
                                revoked.memberId(),
                                null,
                                revoked.revokedAt(),
                                endOfBan(revoked)));
    }

    /** Later ones are of a member who came back. */
    Uni<Void> forget(UUID memberId, Instant until) {
        return delete("member_id = ?1 and (changed_at is null or changed_at <= ?2)", memberId, until);
    }

    /** A newer state replaces an older one, never the other way round. */
    private Uni<Void> upsert(
            UUID id,
            long revision,
            UUID communityId,
            UUID memberId,
            CommunityRole role,
            Instant changedAt,
            String bannedUntil) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into membership as copy
                                    (id, revision, community_id, member_id, role, changed_at, banned_until)
                                values (?1, ?2, ?3, ?4, nullif(?5, ''), ?6, cast(nullif(?7, '') as timestamptz))
                                on conflict (id) do update set revision = excluded.revision, role = excluded.role,
                                    changed_at = excluded.changed_at, banned_until = excluded.banned_until
                                where copy.revision < excluded.revision""")
                        .setParameter(1, id)
                        .setParameter(2, revision)
                        .setParameter(3, communityId)
                        .setParameter(4, memberId)
                        .setParameter(5, role == null ? "" : role.name())
                        .setParameter(6, changedAt)
                        .setParameter(7, bannedUntil == null ? "" : bannedUntil)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** As PostgreSQL reads it; null where nobody is banned. */
    private static String endOfBan(MembershipRevoked revoked) {
        if (revoked.cause() != RevocationCause.BANNED) {
            return null;
        }
        return revoked.bannedUntil() == null
                ? "infinity"
                : revoked.bannedUntil().toString();
    }

    private static Uni<Void> delete(String which, UUID id, Object limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from membership where " + which)
                        .setParameter(1, id)
                        .setParameter(2, limit)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
