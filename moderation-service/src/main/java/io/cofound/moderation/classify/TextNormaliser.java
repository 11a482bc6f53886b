package io.cofound.moderation.classify;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Undoes what people do to a text so that machines misread it while people do not: width and decoration, look-alike
 * letters, hidden characters, l e t t e r s spaced out, l33t, other words of the same sound. Traditional Chinese becomes
 * simplified.
 */
public final class TextNormaliser {

    private TextNormaliser() {}

    public static NormalisedText normalise(String original) {
        Glyphs glyphs = plain(original);
        glyphs.joinSpacedOut();
        glyphs.spellLeet();
        return glyphs.substituted().toText(original);
    }

    private static Glyphs plain(String original) {
        Glyphs glyphs = new Glyphs(original.length());
        int position = 0;
        while (position < original.length()) {
            int codePoint = original.codePointAt(position);
            int next = position + Character.charCount(codePoint);
            add(glyphs, codePoint, position, next);
            position = next;
        }
        return glyphs;
    }

    private static void add(Glyphs glyphs, int codePoint, int start, int end) {
        if (codePoint < 0x80) {
            glyphs.add((char) Character.toLowerCase(codePoint), start, end);
            return;
        }
        if (isHidden(codePoint)) {
            // Joiners and selectors inside emoji are ordinary; the rest hides something.
            if (codePoint != 0x200D && !isVariationSelector(codePoint)) {
                glyphs.disguised();
            }
            return;
        }
        String decomposed = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
        decomposed.toLowerCase(Locale.ROOT).codePoints().forEach(part -> {
            if (isMark(part)) {
                return;
            }
            int latin = Lookalikes.latin(part);
            if (latin != part) {
                glyphs.disguised();
            }
            for (char c : Character.toChars(Lookalikes.simplified(latin))) {
                glyphs.add(c, start, end);
            }
        });
    }

    private static boolean isHidden(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                || isVariationSelector(codePoint)
                || codePoint == 0x3164 // Hangul filler
                || codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x034F;
    }

    private static boolean isVariationSelector(int codePoint) {
        return codePoint >= 0xFE00 && codePoint <= 0xFE0F || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
