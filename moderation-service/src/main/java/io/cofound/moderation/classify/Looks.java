package io.cofound.moderation.classify;

import java.util.HashMap;
import java.util.Map;

/** How a text looks, whatever it says. All values are 0 to about 1. */
final class Looks {

    private static final double MANY = 5;

    private Looks() {}

    static Map<String, Double> of(NormalisedText text) {
        int letters = 0;
        int capitals = 0;
        int exclamations = 0;
        int digits = 0;
        int han = 0;
        int symbols = 0;
        int lines = 0;
        String original = text.original();
        int length = original.codePointCount(0, original.length());
        for (int i = 0; i < original.length(); i++) {
            int c = original.codePointAt(i);
            int type = Character.getType(c);
            letters += Character.isLetter(c) && !Character.isIdeographic(c) ? 1 : 0;
            capitals += Character.isUpperCase(c) ? 1 : 0;
            exclamations += c == '!' || c == '！' ? 1 : 0;
            digits += Character.isDigit(c) ? 1 : 0;
            han += Character.isIdeographic(c) ? 1 : 0;
            symbols += type == Character.OTHER_SYMBOL ? 1 : 0;
            lines += c == '\n' ? 1 : 0;
            i += Character.charCount(c) - 1;
        }
        Map<String, Double> looks = new HashMap<>();
        looks.put("capitals", letters < 8 ? 0 : (double) capitals / letters);
        looks.put("exclamations", Math.min(1, exclamations / MANY));
        looks.put("digits", length == 0 ? 0 : Math.min(1, 3.0 * digits / length));
        looks.put("symbols", Math.min(1, symbols / MANY));
        looks.put("disguises", Math.min(1, text.disguises() / MANY));
        looks.put("chinese", han * 4 > letters ? 1.0 : 0.0);
        looks.put("length", Math.log1p(length) / 8);
        looks.put("lines", Math.min(1, lines / MANY));
        return looks;
    }
}
