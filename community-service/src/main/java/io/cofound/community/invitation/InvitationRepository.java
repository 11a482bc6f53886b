package io.cofound.community.invitation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class InvitationRepository implements PanacheRepositoryBase<Invitation, UUID> {

    /** Null for none, and for one to another community. */
    Uni<Invitation> by(InvitationCode code, UUID communityId) {
        return find("codeHash = ?1 and communityId = ?2", code.hash(), communityId)
                .firstResult();
    }

    /** One statement, so that however many come at once, no more get in than it has uses. */
    Uni<Boolean> use(UUID id) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                update invitation set used = used + 1
                                where id = ?1 and used < uses and expires_at > now() and revoked_at is null
                                returning id""", UUID.class)
                        .setParameter(1, id)
                        .getResultList())
                .map(used -> !used.isEmpty());
    }

    /** Newest first. */
    Uni<List<Invitation>> latest(UUID communityId, PageRequest page) {
        Parameters parameters = Parameters.with("community", communityId);
        String where = "communityId = :community";
        if (page.after().isPresent()) {
            where += " and (createdAt, id) < (:at, :id)";
            parameters
                    .and("at", page.after().get().at())
                    .and("id", page.after().get().id());
        }
        return find(where + " order by createdAt desc, id desc", parameters)
                .range(0, page.fetchSize() - 1)
                .list();
    }

    Uni<List<Invitation>> madeBy(UUID memberId) {
        return list("createdBy = ?1 order by createdAt", memberId);
    }

    Uni<Integer> revokeAllOf(UUID memberId) {
        return update("revokedAt = instant where createdBy = ?1 and revokedAt is null", memberId);
    }
}
