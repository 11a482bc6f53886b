package io.cofound.content.community;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Permission;
import io.cofound.contracts.community.Visibility;

/**
 * How somebody stands to a community.
 *
 * @param archived whether the community is closed for everything but reading
 * @param role null for those who do not belong to it
 */
public record Standing(Visibility visibility, ModerationMode moderation, boolean archived, CommunityRole role) {

    public boolean mayWrite() {
        return Permission.WRITE.isHeldBy(role);
    }

    public boolean moderates() {
        return Permission.MODERATE.isHeldBy(role);
    }

    /** Whether what is published in the community may be read. */
    public boolean mayRead() {
        return visibility == Visibility.PUBLIC || Permission.READ_INSIDE.isHeldBy(role);
    }

    /** Whether the existence of the community may be known. */
    public boolean mayKnow() {
        return visibility != Visibility.HIDDEN || Permission.READ_INSIDE.isHeldBy(role);
    }
}
