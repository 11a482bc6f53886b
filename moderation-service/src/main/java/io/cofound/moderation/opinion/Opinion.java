package io.cofound.moderation.opinion;

import io.cofound.contracts.moderation.Label;

/**
 * All that the language model can answer. It chooses a label; what follows from that is decided here.
 *
 * @param confidence 0 to 1
 * @param evidence the words of the text that decided it, copied
 */
record Opinion(Label label, double confidence, String evidence) {

    /** A model may answer anything; only this much of it is usable. */
    boolean isUsable() {
        return label != null && confidence >= 0 && confidence <= 1;
    }
}
