package io.cofound.community.joinrequest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The answer to a request to join.
 *
 * @param reason for the member to read, at most 500 characters; may be null
 */
record JoinAnswer(@NotNull Answer answer, @Size(max = 500) String reason) {

    enum Answer {
        ACCEPT,
        DECLINE
    }

    JoinRequestState state() {
        return answer == Answer.ACCEPT ? JoinRequestState.ACCEPTED : JoinRequestState.DECLINED;
    }
}
