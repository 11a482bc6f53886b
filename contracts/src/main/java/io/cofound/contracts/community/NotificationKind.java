package io.cofound.contracts.community;

/** What a member can be told about. */
public enum NotificationKind {
    /** To those who answer requests: somebody wants to join. */
    JOIN_REQUESTED,
    /** The own request to join was answered. */
    JOIN_ANSWERED,
    /** The own role in a community changed, or a community was handed over. */
    ROLE_CHANGED,
    /** The own membership was ended by a ban. */
    BANNED,
    /** Somebody follows the member. */
    FOLLOWED,
    /** An own post became visible, or is visible again though it was refused. */
    POST_PUBLISHED,
    /** An own post waits for a person. */
    POST_HELD,
    /** An own post was refused. */
    POST_REJECTED,
    /** Somebody commented on an own post. */
    COMMENTED,
    /** Somebody answered an own comment. */
    REPLIED,
    /** Somebody named the member in a comment. */
    MENTIONED,
    /** An own comment waits for a person. */
    COMMENT_HELD,
    /** An own comment that waited or was refused is visible. */
    COMMENT_PUBLISHED,
    /** An own comment was refused. */
    COMMENT_REJECTED,
    /** What one says of oneself waits for a person. */
    PROFILE_HELD,
    /** What one says of oneself waited or was refused and is visible. */
    PROFILE_PUBLISHED,
    /** What one says of oneself was refused. */
    PROFILE_REJECTED,
    /** An own meetup's text waits for a person. */
    MEETUP_HELD,
    /** An own meetup's text waited or was refused and is visible. */
    MEETUP_PUBLISHED,
    /** An own meetup's text was refused. */
    MEETUP_REJECTED,
    /** An own need or offer waits for a person. */
    OPPORTUNITY_HELD,
    /** An own need or offer waited or was refused and is visible. */
    OPPORTUNITY_PUBLISHED,
    /** An own need or offer was refused. */
    OPPORTUNITY_REJECTED,
    /** An own comment was accepted as the answer to a question. */
    ANSWER_ACCEPTED,
    /** The own appeal failed. */
    APPEAL_UPHELD,
    /** The own appeal succeeded, and what it was about is restored. */
    APPEAL_OVERTURNED,
    /** To moderators: somebody reported a post or a comment. */
    CONTENT_REPORTED,
    /** A seat from the waitlist. */
    SEAT_CONFIRMED,
    /** A meetup the member was registered for will not take place. */
    MEETUP_CANCELLED,
    /** The own trust level rose or fell. */
    TRUST_CHANGED,
    /** The own data can be downloaded. */
    EXPORT_READY
}
