package io.cofound.community.joining;

import jakarta.validation.constraints.Size;

/**
 * What somebody who wants to join brings along.
 *
 * @param message to those who answer requests, at most 1,000 characters; may be null
 * @param invitation the code of an invitation; may be null
 */
record JoinApplication(
        @Size(max = 1_000) String message,
        @Size(min = 1, max = 100) String invitation) {

    static final JoinApplication EMPTY = new JoinApplication(null, null);
}
