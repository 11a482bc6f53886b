package io.cofound.community.notification;

import jakarta.validation.constraints.NotNull;

import io.cofound.contracts.community.NotificationKind;

/**
 * How a member wants to be told of one kind of thing.
 *
 * @param inApp in the list of notifications
 * @param live on the live stream, at once
 * @param digest in the daily digest, if not read before
 */
record Preference(
        @NotNull Boolean inApp,
        @NotNull Boolean live,
        @NotNull Boolean digest) {

    /** Of those who never said. Everything, but no digest of what the author has seen happen, no bell for a follower. */
    static Preference standard(NotificationKind kind) {
        return switch (kind) {
            case POST_PUBLISHED -> new Preference(true, true, false);
            case FOLLOWED -> new Preference(true, false, true);
            default -> new Preference(true, true, true);
        };
    }

    /** Nothing of the kind is kept then. */
    boolean isSilent() {
        return !inApp && !live && !digest;
    }
}
