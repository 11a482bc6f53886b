package io.cofound.content.community;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;

/**
 * How somebody stands to a community.
 *
 * @param role null for those who do not belong to it
 */
public record Standing(Visibility visibility, ModerationMode moderation, CommunityRole role) {

    public boolean belongs() {
        return role != null;
    }

    public boolean moderates() {
        return role == CommunityRole.OWNER || role == CommunityRole.MODERATOR;
    }

    /** Whether what is published in the community may be read. */
    public boolean mayRead() {
        return visibility == Visibility.PUBLIC || belongs();
    }

    /** Whether the existence of the community may be known. */
    public boolean mayKnow() {
        return visibility != Visibility.HIDDEN || belongs();
    }
}
