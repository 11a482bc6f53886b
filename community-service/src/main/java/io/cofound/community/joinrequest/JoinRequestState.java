package io.cofound.community.joinrequest;

/** What became of a request to join. */
public enum JoinRequestState {
    /** Waits for an answer. */
    PENDING,
    ACCEPTED,
    DECLINED,
    /** By who asked, or since the member joined in another way. */
    WITHDRAWN
}
