package io.cofound.community.invitation;

import java.time.Instant;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.cofound.contracts.community.CommunityRole;

/**
 * An invitation to be made.
 *
 * @param expiresAt at most 90 days ahead; default 7 days
 * @param uses how many may join by it, 1 to 10,000; default 25
 * @param role what those who join by it become; default MEMBER
 */
record InvitationDraft(
        @Future Instant expiresAt, @Min(1) @Max(10_000) Integer uses, CommunityRole role) {

    static final InvitationDraft DEFAULT = new InvitationDraft(null, null, null);
}
