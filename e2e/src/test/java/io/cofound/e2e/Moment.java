package io.cofound.e2e;

/** When a process is killed, as seen by what it has just done. All but the first are held open from outside until it is dead. */
enum Moment {
    /** Up to 400 ms after the request was sent. */
    AT_RANDOM,
    /** Everything is written but the last row, nothing committed. */
    BEFORE_COMMIT,
    /** Committed, and the client does not hear of it. */
    BEFORE_ANSWER,
    /** Committed, not read by the relay. */
    BEFORE_RELAY,
    /** Sent by the relay to a broker that does not answer. */
    BEFORE_ACKNOWLEDGEMENT,
    /** Acknowledged by the broker, still in the outbox. */
    BEFORE_DELETION,
    /** A reader of the event has done its work and not committed it. */
    BEFORE_EFFECT,
    /** The document is sent to a store that does not answer. */
    BEFORE_DOCUMENT,
    /** A reader has committed its work, and not that it has read the event. */
    AFTER_EFFECT
}
