package io.cofound.community.joining;

import io.cofound.community.ban.BanView;
import io.cofound.community.community.MembershipView;
import io.cofound.community.joinrequest.JoinRequestView;

/** What comes of wanting to join. */
sealed interface JoinOutcome {

    record Joined(MembershipView membership) implements JoinOutcome {}

    record Requested(JoinRequestView request) implements JoinOutcome {}

    /** No exception: those are logged with all they say, and the reason is somebody's text. */
    record Refused(BanView ban) implements JoinOutcome {}
}
