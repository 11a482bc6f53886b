package io.cofound.community.community;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.cofound.contracts.community.Joining;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;

/**
 * A community to be founded.
 *
 * @param name 1 to 100 characters
 * @param description at most 4,000 characters; default empty
 * @param rules what its members agree to, Markdown, at most 10,000 characters; default empty
 * @param visibility default PUBLIC
 * @param joining default OPEN
 * @param moderation default PRE
 * @param language BCP 47; default {@code en}
 */
record CommunityDraft(
        @NotBlank @Size(max = 100) String name,
        @Size(max = 4_000) String description,
        @Size(max = 10_000) String rules,
        Visibility visibility,
        Joining joining,
        ModerationMode moderation,
        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*") String language) {}
