package io.cofound.moderation.opinion;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text in which digits and letters are those of ASCII however they were written, and hidden characters are none. It
 * differs from what rules read: numbers stay numbers, and capitals stay.
 *
 * @param starts for each character of {@code text} the place in the original where it starts
 * @param ends for each character of {@code text} the place in the original after it
 */
record FoldedText(String text, int[] starts, int[] ends) {

    private static final String HAN_DIGITS = "零〇一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖";
    private static final String THEIR_VALUES = "00123456789" + "12" + "123456789";

    static FoldedText of(String original) {
        StringBuilder folded = new StringBuilder(original.length());
        int[] starts = new int[original.length() + 16];
        int[] ends = new int[original.length() + 16];
        int position = 0;
        while (position < original.length()) {
            int codePoint = original.codePointAt(position);
            int next = position + Character.charCount(codePoint);
            String part = folded(codePoint);
            for (int i = 0; i < part.length(); i++) {
                if (folded.length() == starts.length) {
                    starts = Arrays.copyOf(starts, starts.length * 2);
                    ends = Arrays.copyOf(ends, ends.length * 2);
                }
                starts[folded.length()] = position;
                ends[folded.length()] = next;
                folded.append(part.charAt(i));
            }
            position = next;
        }
        return new FoldedText(folded.toString(), starts, ends);
    }

    /** The same with Chinese digits as figures, character for character. */
    String inFigures() {
        StringBuilder figures = new StringBuilder(text);
        for (int i = 0; i < figures.length(); i++) {
            int digit = HAN_DIGITS.indexOf(figures.charAt(i));
            if (digit >= 0) {
                figures.setCharAt(i, THEIR_VALUES.charAt(digit));
            }
        }
        return figures.toString();
    }

    private static String folded(int codePoint) {
        if (codePoint < 0x80) {
            return Character.toString(codePoint);
        }
        int type = Character.getType(codePoint);
        boolean isHidden = type == Character.FORMAT
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || codePoint == 0x3164;
        if (isHidden) {
            return "";
        }
        return switch (codePoint) {
            case '—', '–', '‐', '‑', '−' -> "-";
            default -> Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
        };
    }
}
