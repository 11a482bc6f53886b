package io.cofound.moderation.learning;

import java.util.UUID;

import io.cofound.contracts.moderation.Label;
import io.cofound.moderation.classify.LabelledText;

/**
 * A text that was decided.
 *
 * @param label what it was found to be, by people or by the cascade
 */
record RuledText(UUID decisionId, Label label, String language, String text) {

    private static final int OF_HELD_OUT = 5;

    /**
     * Whether no version learns it: a fifth, the same for ever, so that no version is tested on what one before it learnt.
     */
    boolean isHeldOut() {
        return isHeldOut(decisionId);
    }

    static boolean isHeldOut(UUID decisionId) {
        long mixed = decisionId.getMostSignificantBits() ^ decisionId.getLeastSignificantBits();
        // SplitMix64's last steps: neighbouring ids fall anywhere.
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return Long.remainderUnsigned(mixed ^ (mixed >>> 31), OF_HELD_OUT) == 0;
    }

    /** The languages that figures are told for; what is neither is judged as English is. */
    LabelledText labelled() {
        return new LabelledText(label, languageOf(language), text);
    }

    static String languageOf(String tag) {
        return tag.startsWith("zh") ? "zh" : "en";
    }
}
