package io.cofound.community.trust;

/** What a member can be trusted more or less for. */
enum SignalKind {
    /** An own post was published, and no later revision of it was refused. */
    ACCEPTED_POST(Matter.POST),
    /** The latest judged revision of an own post was refused. */
    REJECTED_POST(Matter.POST),
    /** Came to a meetup as registered. */
    KEPT_REGISTRATION(Matter.REGISTRATION),
    /** Neither came nor said so. */
    MISSED_REGISTRATION(Matter.REGISTRATION),
    /** Reported somebody's text, and a person agreed. */
    UPHELD_REPORT(Matter.OWN_REPORT),
    /** An own text was reported, and a person agreed. */
    REPORTED_TEXT(Matter.OWN_TEXT),
    /** A person had agreed with an own report, and a later ruling did not. Weighs nothing. */
    OVERTURNED_REPORT(Matter.OWN_REPORT),
    /** An own text was refused after a report, and a later ruling found it fit. Weighs nothing. */
    CLEARED_TEXT(Matter.OWN_TEXT);

    /** What a signal says something about. Of several signals about one matter and subject the latest word counts. */
    enum Matter {
        POST,
        REGISTRATION,
        OWN_REPORT,
        OWN_TEXT
    }

    private final Matter matter;

    SignalKind(Matter matter) {
        this.matter = matter;
    }

    Matter matter() {
        return matter;
    }

    boolean isGood() {
        return this == ACCEPTED_POST || this == KEPT_REGISTRATION || this == UPHELD_REPORT;
    }
}
