package io.cofound.community.joinrequest;

import java.time.Instant;
import java.util.UUID;

/**
 * A request to join.
 *
 * @param message what the member says to those who answer; may be null
 * @param answeredAt null while it is pending
 * @param reason why it was answered so, for the member to read; may be null
 * @param askAgainAt from when a declined member may ask again; null for every other state
 */
public record JoinRequestView(
        UUID communityId,
        UUID memberId,
        JoinRequestState state,
        String message,
        Instant askedAt,
        Instant answeredAt,
        String reason,
        Instant askAgainAt) {

    static JoinRequestView of(JoinRequest request) {
        return new JoinRequestView(
                request.communityId,
                request.memberId,
                request.state,
                request.message,
                request.askedAt,
                request.answeredAt,
                request.reason,
                request.state == JoinRequestState.DECLINED ? request.answeredAt.plus(JoinRequest.PATIENCE) : null);
    }
}
