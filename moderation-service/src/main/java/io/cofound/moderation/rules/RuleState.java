package io.cofound.moderation.rules;

/** How far a rule has come. */
enum RuleState {
    /** Written down, sees no text. */
    DRAFT,
    /** Sees every text and counts what it would have caught; decides nothing. */
    SHADOW,
    /** Decides. */
    LIVE,
    /** Sees no text any more, for good; its history stays. */
    RETIRED;

    /** Nothing decides that has not been watched before. */
    boolean mayBecome(RuleState next) {
        return switch (this) {
            case DRAFT -> next == SHADOW || next == RETIRED;
            case SHADOW -> next == LIVE || next == DRAFT || next == RETIRED;
            case LIVE -> next == SHADOW || next == RETIRED;
            case RETIRED -> false;
        };
    }

    /** Whether rules in it see texts. */
    boolean applies() {
        return this == SHADOW || this == LIVE;
    }
}
