package io.cofound.community.activity;

import java.time.Instant;
import java.util.UUID;

/** A comment on a post, which may be known later than the comment. */
record CommentFact(UUID commentId, UUID postId, UUID authorId, Instant publishedAt) {}
