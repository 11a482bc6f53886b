package io.cofound.moderation.classify;

import io.cofound.contracts.moderation.Label;

/** The clauses of the written policy (docs/moderation.md) that a reason may name. */
public enum Policy {
    FIT_FOR_THE_COMMUNITY,
    NO_UNSOLICITED_ADVERTISING,
    NO_ATTACKS_ON_PEOPLE,
    NO_DECEPTION,
    NO_INSTRUCTIONS_TO_THE_MODERATOR,
    TOO_LONG_TO_JUDGE,
    /** The same text again and again. */
    NO_FLOODING,
    /** While many new members write at once, what new members write waits for people. */
    NEW_MEMBERS_WAIT,
    /** The local judgement stands, since the language model's budget is spent; nobody broke anything. */
    NO_BUDGET_LEFT;

    public static Policy of(Label label) {
        return switch (label) {
            case OK -> FIT_FOR_THE_COMMUNITY;
            case SPAM -> NO_UNSOLICITED_ADVERTISING;
            case ABUSE -> NO_ATTACKS_ON_PEOPLE;
            case SCAM -> NO_DECEPTION;
        };
    }

    /** As it stands in a reason. */
    public String clause() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
