package io.cofound.platform.text;

import java.lang.Character.UnicodeScript;

/** Tells the language of a text by the letters it is written in: enough for Chinese beside English. */
public final class LanguageDetector {

    /** A Chinese character says about as much as four Latin letters. */
    private static final int LETTERS_PER_HAN = 4;

    private LanguageDetector() {}

    /**
     * @return BCP 47: {@code zh}, {@code ja} or {@code ko} by their scripts, {@code en} where Latin letters prevail,
     *     {@code und} where there are none of these
     */
    public static String detect(String text) {
        long han = count(text, UnicodeScript.HAN);
        long kana = count(text, UnicodeScript.HIRAGANA) + count(text, UnicodeScript.KATAKANA);
        long hangul = count(text, UnicodeScript.HANGUL);
        long latin = count(text, UnicodeScript.LATIN);
        if (LETTERS_PER_HAN * (han + kana + hangul) < latin) {
            return "en";
        }
        if (hangul > han + kana) {
            return "ko";
        }
        if (kana * 5 > han) {
            return "ja";
        }
        return han > 0 ? "zh" : "und";
    }

    private static long count(String text, UnicodeScript script) {
        return text.codePoints()
                .filter(codePoint -> UnicodeScript.of(codePoint) == script)
                .count();
    }
}
