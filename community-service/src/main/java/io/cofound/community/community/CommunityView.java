package io.cofound.community.community;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.Joining;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;

/**
 * A community as one reader sees it.
 *
 * @param memberCount how many belong to it now
 * @param archived closed for everything but reading
 * @param myRole the reader's; null for those who do not belong to it
 * @param myState where the reader stands; null for those who are not signed in
 */
record CommunityView(
        UUID id,
        long revision,
        String name,
        String description,
        String rules,
        Visibility visibility,
        Joining joining,
        ModerationMode moderation,
        String language,
        UUID ownerId,
        int memberCount,
        boolean archived,
        Instant createdAt,
        CommunityRole myRole,
        Standing.State myState) {

    /** @param standing the reader's; null for those who are not signed in */
    static CommunityView of(Community community, Standing standing) {
        return new CommunityView(
                community.id,
                community.revision,
                community.name,
                community.description,
                community.rules,
                community.visibility,
                community.joining,
                community.moderation,
                community.language,
                community.ownerId,
                community.memberCount,
                community.archived,
                community.createdAt,
                standing == null ? null : standing.role(),
                standing == null ? null : standing.state());
    }
}
