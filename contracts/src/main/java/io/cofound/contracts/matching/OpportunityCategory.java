package io.cofound.contracts.matching;

/** What is needed or offered. */
public enum OpportunityCategory {
    FUNDING,
    TALENT,
    TECHNOLOGY
}
