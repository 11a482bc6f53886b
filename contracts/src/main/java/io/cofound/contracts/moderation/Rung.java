package io.cofound.contracts.moderation;

/** Which step of the cascade decided, from cheapest to dearest. */
public enum Rung {
    RULES,
    MODEL,
    LLM,
    HUMAN
}
