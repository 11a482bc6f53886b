package io.cofound.contracts.moderation;

/** What a text is. */
public enum Label {
    /** Fit for the community. */
    OK,
    /** Unsolicited advertising. */
    SPAM,
    /** An attack on a person or a group. */
    ABUSE,
    /** Deception to get money, credentials or data. */
    SCAM
}
