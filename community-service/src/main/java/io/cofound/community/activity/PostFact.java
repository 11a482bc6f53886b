package io.cofound.community.activity;

import java.time.Instant;
import java.util.UUID;

/**
 * A post as it is now.
 *
 * @param question false, too, where only the removal is known
 */
record PostFact(
        UUID postId,
        long revision,
        UUID communityId,
        UUID authorId,
        boolean question,
        boolean removed,
        Instant publishedAt) {}
