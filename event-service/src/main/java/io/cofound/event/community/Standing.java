package io.cofound.event.community;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.Visibility;

/**
 * How somebody stands to a community.
 *
 * @param visibility that of the community; HIDDEN for one that is not known here
 * @param role null for those who do not belong to it
 */
public record Standing(Visibility visibility, CommunityRole role) {

    static final Standing NO_SUCH_COMMUNITY = new Standing(Visibility.HIDDEN, null);

    public boolean isMember() {
        return role != null;
    }

    /** Whether what the community does is open to them. */
    public boolean maySeeInside() {
        return visibility == Visibility.PUBLIC || isMember();
    }

    /** Whether they may know that the community exists. */
    public boolean mayKnowOf() {
        return visibility != Visibility.HIDDEN || isMember();
    }

    public boolean mayOrganise() {
        return role == CommunityRole.OWNER || role == CommunityRole.MODERATOR || role == CommunityRole.ORGANISER;
    }
}
