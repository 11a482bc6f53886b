package io.cofound.community.joining;

import io.cofound.community.community.MembershipView;
import io.cofound.community.joinrequest.JoinRequestView;

/** What comes of wanting to join. */
sealed interface JoinOutcome {

    record Joined(MembershipView membership) implements JoinOutcome {}

    record Requested(JoinRequestView request) implements JoinOutcome {}
}
