package io.cofound.content.post;

import java.util.UUID;

import io.cofound.contracts.content.PostType;

/** A post that others see, as far as a link to it needs. */
public record PublishedPost(UUID id, UUID communityId, PostType type, String title) {}
