package io.cofound.contracts.content;

import java.time.Instant;
import java.util.UUID;

/**
 * How a member has read a post by now: every number is that of all the member's readings of it, and none ever falls.
 *
 * @param memberId who read
 * @param postId what
 * @param communityId the community of the post
 * @param dwellSeconds how long it was on the screen, all readings together
 * @param depth how much of it was on the screen, 0 to 1, in the reading that came furthest
 * @param readAt when last
 */
public record PostRead(UUID memberId, UUID postId, UUID communityId, long dwellSeconds, double depth, Instant readAt) {}
