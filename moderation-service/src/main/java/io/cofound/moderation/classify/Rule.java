package io.cofound.moderation.classify;

import java.util.regex.Pattern;

import io.cofound.contracts.moderation.Label;

/** One line of the rules' list. */
record Rule(String id, Label label, Effect effect, Pattern pattern) {

    enum Effect {
        /** So precise that nobody needs to look. */
        REJECT,
        /** A person looks. */
        HOLD,
        /** A feature of the model, decides nothing alone. */
        SIGNAL
    }
}
