package io.cofound.event.community;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Who belongs to which community, as far as it is known here. Every method joins the caller's transaction. */
@ApplicationScoped
class MembershipCopies {

    Uni<Void> apply(MembershipGranted granted) {
        return upsert(
                granted.membershipId(), granted.revision(), granted.communityId(), granted.memberId(), granted.role());
    }

    Uni<Void> apply(MembershipRevoked revoked) {
        return upsert(revoked.membershipId(), revoked.revision(), revoked.communityId(), revoked.memberId(), null);
    }

    /** A newer state replaces an older one, never the other way round. */
    private Uni<Void> upsert(UUID id, long revision, UUID communityId, UUID memberId, CommunityRole role) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into membership as copy (id, revision, community_id, member_id, role)
                                values (?1, ?2, ?3, ?4, nullif(?5, ''))
                                on conflict (id) do update set revision = excluded.revision, role = excluded.role
                                where copy.revision < excluded.revision""")
                        .setParameter(1, id)
                        .setParameter(2, revision)
                        .setParameter(3, communityId)
                        .setParameter(4, memberId)
                        .setParameter(5, role == null ? "" : role.name())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
