package io.cofound.moderation.queue;

import java.util.UUID;

import jakarta.ws.rs.QueryParam;

/**
 * Which cases are listed.
 *
 * @param state OPEN without one
 * @param kind all without one
 * @param communityId every community that the caller moderates without one
 */
record CaseFilter(
        @QueryParam("state") CaseState.Name state,
        @QueryParam("kind") CaseKind kind,
        @QueryParam("communityId") UUID communityId) {

    CaseState.Name stateOrOpen() {
        return state == null ? CaseState.Name.OPEN : state;
    }
}
