package io.cofound.community.community;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.community.Joining;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;

record CommunityView(
        UUID id,
        long revision,
        String name,
        String description,
        Visibility visibility,
        Joining joining,
        ModerationMode moderation,
        String language,
        UUID ownerId,
        Instant createdAt) {

    static CommunityView of(Community community) {
        return new CommunityView(
                community.id,
                community.revision,
                community.name,
                community.description,
                community.visibility,
                community.joining,
                community.moderation,
                community.language,
                community.ownerId,
                community.createdAt);
    }
}
