package io.cofound.moderation.classify;

import java.util.Arrays;

/** Characters in the making, each with the place it came from. */
final class Glyphs {

    /** Fewer single letters in a row are initials or a formula. */
    private static final int SPACED_OUT = 3;

    private char[] chars;
    private int[] starts;
    private int[] ends;
    private int size;
    private int disguises;

    Glyphs(int capacity) {
        chars = new char[capacity + 16];
        starts = new int[capacity + 16];
        ends = new int[capacity + 16];
    }

    void add(char c, int start, int end) {
        if (size == chars.length) {
            chars = Arrays.copyOf(chars, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        chars[size] = c;
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    void disguised() {
        disguises++;
    }

    /** Joins {@code f r e e} and {@code 代*开*发*票}; Chinese needs no spaces, so those between its characters go. */
    void joinSpacedOut() {
        boolean[] dropped = new boolean[size];
        int at = 0;
        while (at < size) {
            int end = endOfSpacedOut(at);
            if (lettersIn(at, end) >= SPACED_OUT) {
                for (int i = at + 1; i < end; i += 2) {
                    dropped[i] = true;
                }
                disguises++;
                at = end;
            } else {
                at++;
            }
        }
        for (int i = 1; i < size - 1; i++) {
            dropped[i] |= chars[i] == ' ' && isHan(chars[i - 1]) && isHan(chars[i + 1]);
        }
        compact(dropped);
    }

    /** @return after the last letter of letter, separator, letter, separator …, all separators alike */
    private int endOfSpacedOut(int start) {
        if (!Character.isLetter(chars[start]) || start > 0 && isLatin(chars[start]) && isLatin(chars[start - 1])) {
            return start;
        }
        int at = start;
        while (at + 2 < size
                && isSeparator(chars[at + 1])
                && chars[at + 1] == chars[start + 1]
                && Character.isLetter(chars[at + 2])
                && isHan(chars[at + 2]) == isHan(chars[start])) {
            at += 2;
        }
        // "f r e e" is followed by no further letter, else its last letter begins a word.
        if (at + 1 < size && isLatin(chars[at]) && isLatin(chars[at + 1])) {
            at -= 2;
        }
        return at > start ? at + 1 : start;
    }

    private static int lettersIn(int start, int end) {
        return (end - start + 1) / 2;
    }

    /** Spells {@code pr3scription} as it sounds: digits and signs between letters of one word. */
    void spellLeet() {
        int at = 0;
        while (at < size) {
            int end = at;
            while (end < size && (isLatin(chars[end]) || Lookalikes.leet(chars[end]) != 0)) {
                end++;
            }
            spell(at, end);
            at = Math.max(end, at + 1);
        }
    }

    private void spell(int start, int end) {
        int letters = 0;
        for (int i = start; i < end; i++) {
            letters += isLatin(chars[i]) ? 1 : 0;
        }
        if (letters < 2 || letters * 3 < end - start || isMailAddress(start, end)) {
            return;
        }
        boolean spelt = false;
        int i = start;
        while (i < end) {
            int run = i;
            while (run < end && !isLatin(chars[run])) {
                run++;
            }
            boolean inside = run < end && (i > start || run - i == 1 && letters >= 4 && chars[i] != '$');
            if (run > i && inside) {
                for (int k = i; k < run; k++) {
                    // Two ones are two l, as in "wa11et".
                    boolean twice = k + 1 < run && chars[k + 1] == '1' || k > i && chars[k - 1] == 'l';
                    chars[k] = chars[k] == '1' && twice ? 'l' : Lookalikes.leet(chars[k]);
                }
                spelt = true;
            }
            i = run + 1;
        }
        if (spelt) {
            // One more at the end of such a word is a letter, too.
            if (!isLatin(chars[end - 1]) && isLatin(chars[end - 2])) {
                chars[end - 1] = Lookalikes.leet(chars[end - 1]);
            }
            disguises++;
        }
    }

    private boolean isMailAddress(int start, int end) {
        boolean at = false;
        for (int i = start; i < end; i++) {
            at |= chars[i] == '@';
        }
        return at && end < size && (chars[end] == '.' || chars[end] == '-' || Character.isDigit(chars[end]));
    }

    /** With words in place of those that stand for them. */
    Glyphs substituted() {
        Glyphs plain = new Glyphs(size);
        plain.disguises = disguises;
        int place = 0;
        while (place < size) {
            int start = place;
            Substitution found = Substitutions.at(chars, size, place).orElse(null);
            if (found == null) {
                plain.add(chars[place], starts[place], ends[place]);
                place++;
            } else {
                place += found.written().length();
                int end = ends[place - 1];
                found.meant().chars().forEach(c -> plain.add((char) c, starts[start], end));
                plain.disguises++;
            }
        }
        return plain;
    }

    private void compact(boolean[] dropped) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (!dropped[i]) {
                chars[kept] = chars[i];
                starts[kept] = starts[i];
                ends[kept] = ends[i];
                kept++;
            }
        }
        size = kept;
    }

    NormalisedText toText(String original) {
        return new NormalisedText(
                original,
                new String(chars, 0, size),
                Arrays.copyOf(starts, size),
                Arrays.copyOf(ends, size),
                disguises);
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '.' || c == '*' || c == '-' || c == '_' || c == '|' || c == '/' || c == '~' || c == '+'
                || c == '·' || c == '•' || c == '^';
    }

    static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isHan(char c) {
        return c >= '\u3400' && c <= '\u9fff';
    }
}
