package io.cofound.event.meetup;

import io.cofound.contracts.moderation.Action;

/** How the texts of a meetup stand that were written last. */
enum TextState {
    /** They wait for judgement; others see the ones before, if there were any. */
    PENDING,
    /** Others see them. */
    PUBLISHED,
    /** A person decides. */
    HELD,
    REJECTED;

    static TextState after(Action action) {
        return switch (action) {
            case PUBLISH -> PUBLISHED;
            case HOLD -> HELD;
            case REJECT -> REJECTED;
        };
    }
}
