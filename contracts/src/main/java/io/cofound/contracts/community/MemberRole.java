package io.cofound.contracts.community;

/** What a member is to the people who start companies; a member may be several. */
public enum MemberRole {
    FOUNDER,
    INVESTOR,
    /** Somebody who looks for a place in a team. */
    TALENT,
    MENTOR,
    /** Somebody who offers services or technology. */
    PARTNER
}
