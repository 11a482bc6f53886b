package io.cofound.community.community;

import io.cofound.contracts.community.CommunityRole;

/**
 * Where a signed-in reader stands with a community.
 *
 * @param role null for those who do not belong to it
 */
record Standing(CommunityRole role, State state) {

    enum State {
        MEMBER,
        /** Asked to join; not answered yet. */
        REQUESTED,
        BANNED,
        NONE
    }

    static final Standing NONE = new Standing(null, State.NONE);

    static Standing memberAs(CommunityRole role) {
        return new Standing(role, State.MEMBER);
    }
}
