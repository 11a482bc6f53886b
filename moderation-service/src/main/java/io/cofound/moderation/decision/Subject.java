package io.cofound.moderation.decision;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.moderation.SubjectKind;

/**
 * What is to be decided about: one revision of a post or a comment.
 *
 * @param submittedAt when it was written
 */
public record Subject(SubjectKind kind, UUID id, long revision, UUID communityId, UUID authorId, Instant submittedAt) {}
