package io.cofound.moderation.flood;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import io.cofound.moderation.classify.TextNormaliser;

/**
 * What of a text is compared with others: MinHash over the set of its character trigrams (Broder, "On the resemblance and
 * containment of documents", 1997), 64 minima in 16 bands of 4. Two texts whose trigrams have the share J in common
 * agree on a band with probability J⁴.
 *
 * @param bands hashes; of a short text one, of all of it
 * @param agreeing on so many bands two texts are near-copies: with 3 of 16 that is 99 % of pairs at J = .8, 77 % at .7,
 *     7 % at .5
 */
record TextPrint(long[] bands, int agreeing, boolean isShort) {

    private static final int GRAM = 3;
    private static final int BANDS = 16;
    private static final int ROWS = 4;
    private static final int AGREEING = 3;

    /** Letters and digits; a flood of long texts shows in their beginnings. */
    private static final int LONGEST = 4_000;

    /** Characters, of which nearly all may be hidden ones; what is longer goes to people anyway. */
    private static final int LONGEST_WRITTEN = 40_000;

    /** Takes some milliseconds for the longest text. */
    static TextPrint of(String text, int shortBelow) {
        String written = text.substring(0, Math.min(text.length(), LONGEST_WRITTEN));
        String plain = TextNormaliser.normalise(written)
                .text()
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.length() < shortBelow
                ? new TextPrint(new long[] {hash(-1, exact(plain.isEmpty() ? text.strip() : plain))}, 1, true)
                : new TextPrint(bands(plain), AGREEING, false);
    }

    /** As the queries read it, with commas. */
    String asArray() {
        return Arrays.stream(bands).mapToObj(Long::toString).collect(Collectors.joining(","));
    }

    private static long[] bands(String plain) {
        Set<Long> grams = new HashSet<>();
        for (int at = 0; at + GRAM <= plain.length(); at++) {
            grams.add(exact(plain.substring(at, at + GRAM)));
        }
        long[] minima = new long[BANDS * ROWS];
        Arrays.fill(minima, Long.MAX_VALUE);
        for (long gram : grams) {
            for (int i = 0; i < minima.length; i++) {
                minima[i] = Math.min(minima[i], hash(i, gram));
            }
        }
        long[] bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long sum = band;
            for (int row = 0; row < ROWS; row++) {
                sum = hash(band, sum ^ minima[band * ROWS + row]);
            }
            bands[band] = sum;
        }
        return bands;
    }

    private static long exact(String text) {
        long sum = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) {
            sum = 31 * sum + text.charAt(i);
        }
        return sum;
    }

    /** SplitMix64's finaliser (Steele, Lea, Flood 2014), one of a family by seed. */
    private static long hash(int seed, long value) {
        long z = value + (seed + 2) * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
