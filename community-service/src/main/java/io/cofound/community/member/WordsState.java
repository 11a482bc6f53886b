package io.cofound.community.member;

import io.cofound.contracts.moderation.Action;

/** How what a member says in own words stands. */
enum WordsState {
    /** It waits for judgement; others see what was before. */
    PENDING,
    /** Others see it. */
    PUBLISHED,
    /** A person decides. */
    HELD,
    REJECTED;

    static WordsState after(Action action) {
        return switch (action) {
            case PUBLISH -> PUBLISHED;
            case HOLD -> HELD;
            case REJECT -> REJECTED;
        };
    }
}
