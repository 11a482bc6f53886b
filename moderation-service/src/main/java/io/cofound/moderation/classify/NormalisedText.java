package io.cofound.moderation.classify;

import java.util.Arrays;

/**
 * A text as rules and models read it, which remembers where each of its characters came from.
 *
 * @param original the text as it was written
 * @param text the text without disguise, lower case, simplified Chinese
 * @param origins for each character of {@code text} the place in {@code original} where it starts
 * @param ends for each character of {@code text} the place in {@code original} after it
 * @param disguises how many disguises were undone: hidden characters, look-alikes, spaced out or leet words
 */
public record NormalisedText(String original, String text, int[] origins, int[] ends, int disguises) {

    /** What the author wrote where the normalised text has the characters from {@code start} to before {@code end}. */
    public String quote(int start, int end) {
        if (start >= end) {
            return "";
        }
        return original.substring(origins[start], ends[end - 1]).strip();
    }

    public NormalisedText part(int start, int end) {
        return new NormalisedText(
                original,
                text.substring(start, end),
                Arrays.copyOfRange(origins, start, end),
                Arrays.copyOfRange(ends, start, end),
                disguises);
    }
}
