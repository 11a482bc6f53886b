package io.cofound.moderation.classify;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Copies of a text as those write it who do not want it found. Most disguises are undone before a text is judged; from
 * copies in which something is left of them the model learns to read on.
 */
final class Copies {

    private static final int SHORTEST_WORD = 3;

    private static final List<UnaryOperator<String>> DISGUISES = List.of(
            text -> byWord(text, word -> replace(word, "aeiost", "431057")),
            text -> byWord(text, word -> replace(word, "aeisl", "@3!$1")),
            text -> byWord(text, word -> word.charAt(0) + replace(word.substring(1), "aeilot", "431107")),
            text -> byWord(text, word -> String.join(" ", word.split(""))));

    private Copies() {}

    /** @return none where nothing is left of the disguises */
    static List<NormalisedText> of(String text) {
        NormalisedText plain = TextNormaliser.normalise(text);
        UnaryOperator<String> disguise = DISGUISES.get(Math.floorMod(text.hashCode(), DISGUISES.size()));
        NormalisedText copy = TextNormaliser.normalise(disguise.apply(text.toLowerCase(Locale.ROOT)));
        return copy.text().equals(plain.text()) ? List.of() : List.of(copy);
    }

    private static String byWord(String text, UnaryOperator<String> disguise) {
        return Arrays.stream(text.split("(?<=[^a-z])|(?=[^a-z])"))
                .map(part ->
                        part.length() >= SHORTEST_WORD && Glyphs.isLatin(part.charAt(0)) ? disguise.apply(part) : part)
                .collect(Collectors.joining());
    }

    private static String replace(String word, String letters, String signs) {
        StringBuilder replaced = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            int at = letters.indexOf(word.charAt(i));
            if (at >= 0) {
                replaced.setCharAt(i, signs.charAt(at));
            }
        }
        return replaced.toString();
    }
}
