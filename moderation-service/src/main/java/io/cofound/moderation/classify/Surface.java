package io.cofound.moderation.classify;

import java.util.List;

/**
 * What of a text can be read without understanding it: words and word pairs, Latin character n-grams and Chinese
 * character n-grams; the shapes of numbers; matches of signal rules; how the text looks.
 */
final class Surface {

    private static final int SHORTEST_GRAM = 3;
    private static final int LONGEST_GRAM = 5;
    private static final int LONGEST_HAN_GRAM = 4;
    private static final int LONGEST_UNIT = 3;

    /** How much each kind of feature may say; chosen by cross-validation on the seed. */
    private static final double WORDS = 1.5;

    private static final double GRAMS = 1.5;
    private static final double SIGNALS = 0.35;

    private final NormalisedText text;
    private final Sightings words = new Sightings();
    private final Sightings grams = new Sightings();
    private final Sightings signals = new Sightings();

    Surface(NormalisedText text, List<RuleMatch> matches) {
        this.text = text;
        readWords(text.text());
        readNumbers(text.text());
        words.weighTo(WORDS);
        readGrams(text.text());
        grams.weighTo(GRAMS);
        for (RuleMatch match : matches) {
            if (match.rule().effect() == Rule.Effect.SIGNAL) {
                signals.add(FeatureSpace.hash('s', match.rule().id()), match.start(), match.end());
            }
        }
        signals.weighBy(SIGNALS);
    }

    NormalisedText text() {
        return text;
    }

    Features features() {
        Features.Builder features = new Features.Builder();
        words.addTo(features);
        grams.addTo(features);
        signals.addTo(features);
        Looks.of(text).forEach((name, value) -> features.put(FeatureSpace.hash('l', name), SIGNALS * value));
        return features.build();
    }

    void forEach(Sightings.Visitor visitor) {
        words.forEach(visitor);
        grams.forEach(visitor);
        signals.forEach(visitor);
    }

    private void readWords(String text) {
        int startBefore = -1;
        int endBefore = -1;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && (isLatin(text, end) || text.charAt(end) == '\'' && end > at)) {
                end++;
            }
            if (end == at) {
                startBefore = Character.isWhitespace(text.charAt(at)) ? startBefore : -1;
                at++;
                continue;
            }
            words.add(FeatureSpace.hash('w', text, at, end), at, end);
            if (startBefore >= 0) {
                String pair = text.substring(startBefore, endBefore) + ' ' + text.substring(at, end);
                words.add(FeatureSpace.hash('p', pair), startBefore, end);
            }
            startBefore = at;
            endBefore = end;
            at = end;
        }
    }

    /** How many digits, after what and before what: a price, a telephone number, a share. Which number it is says little. */
    private void readNumbers(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && isDigit(text, end)) {
                end++;
            }
            if (end == at) {
                at++;
                continue;
            }
            String digits = "#" + (end - at);
            words.add(FeatureSpace.hash('n', digits), at, end);
            words.add(FeatureSpace.hash('n', text.substring(Math.max(0, at - 1), at) + digits), at, end);
            words.add(FeatureSpace.hash('n', digits + unit(text, end)), at, end);
            at = end;
        }
    }

    /** The letters after a number, or the one sign. */
    private static String unit(String text, int start) {
        int end = start;
        while (end < text.length() && end < start + LONGEST_UNIT && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(start, Math.min(text.length(), Math.max(end, start + 1)));
    }

    private void readGrams(String text) {
        for (int start = 0; start < text.length(); start++) {
            if (Glyphs.isHan(text.charAt(start))) {
                readHanGrams(text, start);
            } else if (isLatin(text, start)) {
                readLatinGrams(text, start);
            }
        }
    }

    private void readHanGrams(String text, int start) {
        int last = Math.min(text.length(), start + LONGEST_HAN_GRAM);
        for (int end = start + 1; end <= last && Glyphs.isHan(text.charAt(end - 1)); end++) {
            grams.add(FeatureSpace.hash('c', text, start, end), start, end);
        }
    }

    /** A word's beginning and end are marked, so that "ass" in "class" is another gram than the word. */
    private void readLatinGrams(String text, int start) {
        boolean begins = start == 0 || !isLatin(text, start - 1);
        int last = Math.min(text.length(), start + LONGEST_GRAM);
        for (int end = start + 2; end <= last && isLatin(text, end - 1); end++) {
            if (end >= start + SHORTEST_GRAM) {
                boolean ends = end == text.length() || !isLatin(text, end);
                char kind = begins ? ends ? '=' : '<' : ends ? '>' : 'g';
                grams.add(FeatureSpace.hash(kind, text, start, end), start, end);
            }
        }
    }

    private static boolean isDigit(CharSequence text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isLatin(String text, int at) {
        return Glyphs.isLatin(text.charAt(at));
    }
}
