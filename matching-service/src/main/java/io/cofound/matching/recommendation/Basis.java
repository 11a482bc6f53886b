package io.cofound.matching.recommendation;

/** What a list of recommendations was made from. */
enum Basis {
    /** Also what the reader has written, to which the reader consented. */
    PERSONALISED,
    /** Freshness and the reader's communities; also where there is consent and nothing to go by. */
    NOT_PERSONALISED
}
