package io.cofound.moderation.classify;

/** Which of the embedding models understands a text; any text has one. */
public enum Language {
    ZH,
    EN;

    /** A Chinese character says about as much as four Latin letters. */
    private static final int LETTERS_PER_HAN = 4;

    static Language of(String text) {
        int han = 0;
        int latin = 0;
        for (int i = 0; i < text.length(); i++) {
            han += Glyphs.isHan(text.charAt(i)) ? 1 : 0;
            latin += Glyphs.isLatin(text.charAt(i)) ? 1 : 0;
        }
        return han * LETTERS_PER_HAN > latin ? ZH : EN;
    }
}
