package io.cofound.moderation.flood;

import java.time.Instant;
import java.util.UUID;

/**
 * A text that somebody wrote.
 *
 * @param communityId null for a text of no community
 */
public record Writing(UUID subjectId, UUID communityId, UUID authorId, Instant writtenAt, String text) {}
