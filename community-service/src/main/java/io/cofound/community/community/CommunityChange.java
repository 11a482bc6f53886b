package io.cofound.community.community;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.cofound.contracts.community.Joining;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;

/** What shall be different about a community; absent fields stay as they are. Limits as in {@link CommunityDraft}. */
record CommunityChange(
        @Size(min = 1, max = 100) @Pattern(regexp = "(?s).*\\S.*")
        String name,

        @Size(max = 4_000) String description,
        @Size(max = 10_000) String rules,
        Visibility visibility,
        Joining joining,
        ModerationMode moderation,
        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*") String language) {}
