package io.cofound.moderation.opinion;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Wraps a member's text for the prompt, so that the text cannot pretend to have ended. */
final class Fence {

    /** Characters shown of a long text: its beginning, and its end, where advertisements hide. */
    static final int BEGINNING = 3_000;

    static final int END = 1_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Fence() {}

    static String around(String text) {
        byte[] nonce = new byte[8];
        RANDOM.nextBytes(nonce);
        String fence = "=====text-" + HexFormat.of().formatHex(nonce) + "=====";
        return fence + "\n" + shortened(text) + "\n" + fence;
    }

    /** Whether the language model sees the whole text. */
    static boolean showsAllOf(String text) {
        return text.length() <= BEGINNING + END;
    }

    private static String shortened(String text) {
        if (showsAllOf(text)) {
            return text;
        }
        // Half of a character is none, and a request with one is refused.
        int beginning = Character.isHighSurrogate(text.charAt(BEGINNING - 1)) ? BEGINNING - 1 : BEGINNING;
        int end = text.length() - END;
        end = Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
        return text.substring(0, beginning) + "\n[…]\n" + text.substring(end);
    }
}
