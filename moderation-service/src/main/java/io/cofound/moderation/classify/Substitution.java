package io.cofound.moderation.classify;

import java.nio.CharBuffer;

/**
 * A word that is written instead of another.
 *
 * @param written as in a text without other disguise
 * @param meant what its readers understand
 */
record Substitution(String written, String meant) {

    /** Latin ones only as whole words, and not as a part of a name or an address. */
    boolean isAt(char[] chars, int size, int place) {
        int end = place + written.length();
        return end <= size
                && written.contentEquals(CharBuffer.wrap(chars, place, written.length()))
                && !(place > 0 && isPartOf(chars[place], chars[place - 1]))
                && !(end < size && isPartOf(chars[end - 1], chars[end]));
    }

    private static boolean isPartOf(char edge, char neighbour) {
        return Glyphs.isLatin(edge)
                && (Glyphs.isLatin(neighbour) || Character.isDigit(neighbour) || "_-.@".indexOf(neighbour) >= 0);
    }
}
