package io.cofound.event.community;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.Permission;
import io.cofound.contracts.community.Visibility;
import io.cofound.platform.web.problem.Problem;

/**
 * How somebody stands to a community.
 *
 * @param visibility that of the community; HIDDEN for one that is not known here
 * @param archived whether the community is closed for everything but reading
 * @param role null for those who do not belong to it
 * @param banned whether they are to keep away until a ban ends
 */
public record Standing(Visibility visibility, boolean archived, CommunityRole role, boolean banned) {

    static final Standing NO_SUCH_COMMUNITY = new Standing(Visibility.HIDDEN, false, null, false);

    /** Whether what the community does is open to them. */
    public boolean maySeeInside() {
        return visibility == Visibility.PUBLIC || Permission.READ_INSIDE.isHeldBy(role);
    }

    /** Whether they may know that the community exists. */
    public boolean mayKnowOf() {
        return visibility != Visibility.HIDDEN || Permission.READ_INSIDE.isHeldBy(role);
    }

    /** Whether they may take a seat; at what a public community does, anybody may who is not banned. */
    public boolean mayAttend() {
        return visibility == Visibility.PUBLIC && !banned || Permission.ATTEND.isHeldBy(role);
    }

    public boolean mayOrganise() {
        return Permission.ORGANISE.isHeldBy(role);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 for an archived community */
    public void requireOpen() {
        if (archived) {
            throw Problem.conflict("community-archived", "The community is archived: it can only be read.");
        }
    }
}
