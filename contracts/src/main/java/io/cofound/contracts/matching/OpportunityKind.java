package io.cofound.contracts.matching;

/** Which side of a match an opportunity is. */
public enum OpportunityKind {
    NEED,
    OFFER
}
