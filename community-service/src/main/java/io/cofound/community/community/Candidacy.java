package io.cofound.community.community;

import java.util.Optional;
import java.util.UUID;

import io.cofound.contracts.community.Joining;

/**
 * Somebody before the door of a community, whose row is locked.
 *
 * @param hidden whether those who do not belong to it may not know of it
 * @param knewIt whether the member belonged to it once, and so knows of it
 * @param membership the one there is; empty for those who do not belong to it now
 */
public record Candidacy(
        UUID communityId,
        UUID memberId,
        Joining joining,
        boolean hidden,
        boolean archived,
        boolean knewIt,
        Optional<MembershipView> membership) {

    static Candidacy of(Community community, UUID memberId, Membership former) {
        return new Candidacy(
                community.id,
                memberId,
                community.joining,
                community.isHidden(),
                community.archived,
                former != null && former.everBelonged(),
                Optional.ofNullable(former).filter(found -> found.active).map(MembershipView::of));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when the community is closed for everything but reading */
    public void requireNotArchived() {
        if (archived) {
            throw Community.archivedProblem();
        }
    }
}
