package io.cofound.moderation.classify;

import java.util.List;

import static io.cofound.moderation.classify.Glyphs.isHan;
import static io.cofound.moderation.classify.Glyphs.isLatin;

/**
 * Words and word pairs, Latin character n-grams and Chinese character n-grams, all hashed; matches of signal rules;
 * how the text looks; and its embedding.
 */
final class FeatureExtractor {

    private static final int BUCKETS = 1 << 18;
    private static final int SHORTEST_GRAM = 3;
    private static final int LONGEST_GRAM = 5;
    private static final int LONGEST_HAN_GRAM = 4;

    /** How much each kind of feature may say; chosen by cross-validation on the seed. */
    private static final double WORDS = 1.5;

    private static final double GRAMS = 1.5;
    private static final double SIGNALS = 0.35;
    private static final double MEANING = 1.5;

    private FeatureExtractor() {}

    /** @param meaning the text's centred embedding */
    static Features extract(NormalisedText text, List<RuleMatch> matches, Language language, double[] meaning) {
        Features features = new Features();
        Features words = words(text.text());
        words.weigh(WORDS);
        features.addAll(words);
        Features grams = grams(text.text());
        grams.weigh(GRAMS);
        features.addAll(grams);
        Features signals = new Features();
        matches.stream()
                .filter(match -> match.rule().effect() == Rule.Effect.SIGNAL)
                .forEach(match -> signals.count("s:" + match.rule().id(), match.start(), match.end()));
        signals.dampen(SIGNALS);
        features.addAll(signals);
        Looks.of(text).forEach((name, value) -> features.put("l:" + name, SIGNALS * value));
        for (int i = 0; i < meaning.length; i++) {
            features.put("e:" + language + i, MEANING * meaning[i]);
        }
        return features;
    }

    private static Features words(String text) {
        Features features = new Features();
        String before = "";
        int startBefore = 0;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && (isLatin(text.charAt(end)) || text.charAt(end) == '\'' && end > at)) {
                end++;
            }
            if (end == at) {
                boolean breaks = !Character.isWhitespace(text.charAt(at));
                before = breaks ? "" : before;
                at++;
                continue;
            }
            String word = text.substring(at, end);
            features.count(hash('w', word), at, end);
            if (!before.isEmpty()) {
                features.count(hash('p', before + ' ' + word), startBefore, end);
            }
            before = word;
            startBefore = at;
            at = end;
        }
        return features;
    }

    private static Features grams(String text) {
        Features features = new Features();
        for (int start = 0; start < text.length(); start++) {
            char first = text.charAt(start);
            if (isHan(first)) {
                for (int end = start + 1; end <= text.length() && end - start <= LONGEST_HAN_GRAM; end++) {
                    if (!isHan(text.charAt(end - 1))) {
                        break;
                    }
                    features.count(hash('c', text.substring(start, end)), start, end);
                }
            } else if (isLatin(first)) {
                latinGrams(features, text, start);
            }
        }
        return features;
    }

    /** A word's beginning and end are marked, so that "ass" in "class" is another gram than the word. */
    private static void latinGrams(Features features, String text, int start) {
        boolean begins = start == 0 || !isLatin(text.charAt(start - 1));
        for (int end = start + SHORTEST_GRAM; end <= text.length() && end - start <= LONGEST_GRAM; end++) {
            if (!isLatin(text.charAt(end - 1)) || !isLatin(text.charAt(end - 2))) {
                break;
            }
            boolean ends = end == text.length() || !isLatin(text.charAt(end));
            String gram = (begins ? "<" : "") + text.substring(start, end) + (ends ? ">" : "");
            features.count(hash('g', gram), start, end);
        }
    }

    /** An "l" counts as an "i", since the digit 1 is read as either. */
    private static String hash(char kind, String text) {
        int hash = kind;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            hash = 31 * hash + (c == 'l' ? 'i' : c);
        }
        hash *= 0x9E3779B1;
        return "h" + (hash >>> 14) % BUCKETS;
    }
}
