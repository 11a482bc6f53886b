package io.cofound.content.post;

import java.util.regex.Pattern;

/** Tells Chinese from English, the languages this platform is written in. */
final class LanguageDetector {

    private static final String CHINESE = "zh";
    private static final String ENGLISH = "en";
    private static final Pattern HAN_CHARACTER = Pattern.compile("\\p{IsHan}");
    private static final Pattern OTHER_WORD = Pattern.compile("[\\p{L}&&[^\\p{IsHan}]]+");

    private LanguageDetector() {}

    /** A Han character weighs as much as a word in letters, so that product names do not make a Chinese text English. */
    static String languageOf(String text) {
        long han = HAN_CHARACTER.matcher(text).results().count();
        long words = OTHER_WORD.matcher(text).results().count();
        return han > words ? CHINESE : ENGLISH;
    }
}
