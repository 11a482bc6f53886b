package io.cofound.moderation.rules;

/** What a live rule does with a text, from strictest. */
enum RuleEffect {
    REJECT,
    /** A person looks. */
    HOLD
}
