package io.cofound.moderation.learning;

/** What is watched for drift, each in a few bins. None can be traced to a text. */
enum DriftFeature {
    /** What the live model thinks, in tenths; not of what rules decide. */
    RISK,
    LANGUAGE,
    LENGTH,
    /** Letters that are neither Latin nor Chinese, which the model has hardly seen. */
    FOREIGN_LETTERS;

    private static final int[] LENGTHS = {40, 140, 500, 2_000};
    private static final double FEW = 0.2;

    static String length(String text) {
        int characters = text.codePointCount(0, text.length());
        for (int most : LENGTHS) {
            if (characters <= most) {
                return "to-" + most;
            }
        }
        return "longer";
    }

    static String foreignLetters(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long foreign = text.codePoints()
                .filter(Character::isLetter)
                .filter(DriftFeature::isForeign)
                .count();
        if (foreign == 0) {
            return "none";
        }
        return foreign <= FEW * letters ? "few" : "many";
    }

    private static boolean isForeign(int letter) {
        Character.UnicodeScript script = Character.UnicodeScript.of(letter);
        return script != Character.UnicodeScript.LATIN && script != Character.UnicodeScript.HAN;
    }
}
