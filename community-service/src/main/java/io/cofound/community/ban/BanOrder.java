package io.cofound.community.ban;

import java.time.Instant;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A ban to be imposed.
 *
 * @param until when it ends, in the future and at most 100 years ahead; null for one without end
 * @param reason 1 to 500 characters, for the banned member to read
 */
record BanOrder(
        @Future Instant until, @NotBlank @Size(max = 500) String reason) {}
