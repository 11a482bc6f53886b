package io.cofound.moderation.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

import io.cofound.moderation.rules.Reading.Span;

/** Looks for many words at once: only those that begin as the text does at a place are compared. */
final class WordScan {

    private final Map<Integer, List<String>> byBeginning = new HashMap<>();
    private final IntPredicate inside;

    /**
     * @param words of two characters at least
     * @param inside characters that may not go on before or after a word where the word itself has one at that end
     */
    WordScan(List<String> words, IntPredicate inside) {
        this.inside = inside;
        words.forEach(word -> byBeginning
                .computeIfAbsent(beginning(word, 0), ignored -> new java.util.ArrayList<>())
                .add(word));
    }

    Optional<Span> find(boolean normalised, String text) {
        return find(normalised, text, end -> true);
    }

    /** @param mayEnd whether one may end there; else it is looked for further on */
    Optional<Span> find(boolean normalised, String text, IntPredicate mayEnd) {
        for (int at = 0; at + 1 < text.length(); at++) {
            for (String word : byBeginning.getOrDefault(beginning(text, at), List.of())) {
                int end = at + word.length();
                if (text.startsWith(word, at) && standsAlone(text, at, end) && mayEnd.test(end)) {
                    return Optional.of(new Span(normalised, at, end));
                }
            }
        }
        return Optional.empty();
    }

    private boolean standsAlone(String text, int start, int end) {
        boolean goesOnBefore = start > 0 && both(text, start - 1, start);
        boolean goesOnAfter = end < text.length() && both(text, end - 1, end);
        return !goesOnBefore && !goesOnAfter;
    }

    private boolean both(String text, int first, int second) {
        return inside.test(text.charAt(first)) && inside.test(text.charAt(second));
    }

    private static int beginning(String text, int at) {
        return text.charAt(at) << 16 | text.charAt(at + 1);
    }

    static boolean isLatin(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }
}
