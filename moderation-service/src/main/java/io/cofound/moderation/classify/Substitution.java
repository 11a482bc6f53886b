package io.cofound.moderation.classify;

import java.nio.CharBuffer;

/**
 * A word that is written instead of another.
 *
 * @param written as in a text without other disguise
 * @param meant what its readers understand
 */
record Substitution(String written, String meant) {

    /** Latin ones only as whole words. */
    boolean isAt(char[] chars, int size, int place) {
        int end = place + written.length();
        return end <= size
                && written.contentEquals(CharBuffer.wrap(chars, place, written.length()))
                && !(place > 0 && areOneWord(chars[place - 1], chars[place]))
                && !(end < size && areOneWord(chars[end - 1], chars[end]));
    }

    private static boolean areOneWord(char before, char after) {
        return Glyphs.isLatin(before) && Glyphs.isLatin(after);
    }
}
