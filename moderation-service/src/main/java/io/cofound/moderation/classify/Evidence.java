package io.cofound.moderation.classify;

/** Finds the passage of one line that spoke most for a label: the sum of what its words and characters contributed. */
final class Evidence {

    /** Keeps passages from growing over characters that say next to nothing. */
    private static final double COST_OF_A_CHARACTER = 0.004;

    private static final int LONGEST = 120;

    private Evidence() {}

    @FunctionalInterface
    interface Contribution {
        double of(int feature, double value);
    }

    /** @return what the author wrote there; empty when no passage spoke for the label */
    static String of(Surface surface, Contribution contribution) {
        NormalisedText text = surface.text();
        double[] gains = new double[text.text().length()];
        surface.forEach((feature, value, start, end) -> {
            double each = contribution.of(feature, value) / (end - start);
            for (int i = start; i < end; i++) {
                gains[i] += each;
            }
        });
        return strongest(text, gains);
    }

    private static String strongest(NormalisedText text, double[] gains) {
        double best = 0;
        int bestStart = 0;
        int bestEnd = 0;
        double sum = 0;
        int start = 0;
        for (int end = 1; end <= gains.length; end++) {
            sum += gains[end - 1] - COST_OF_A_CHARACTER;
            if (sum <= 0 || end - start > LONGEST || text.text().charAt(end - 1) == '\n') {
                sum = 0;
                start = end;
            } else if (sum > best) {
                best = sum;
                bestStart = start;
                bestEnd = end;
            }
        }
        return text.quote(wordStart(text.text(), bestStart), wordEnd(text.text(), bestEnd));
    }

    private static int wordStart(String text, int start) {
        int at = start;
        while (at > 0 && at < text.length() && Glyphs.isLatin(text.charAt(at)) && Glyphs.isLatin(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int wordEnd(String text, int end) {
        int at = end;
        while (at > 0 && at < text.length() && Glyphs.isLatin(text.charAt(at)) && Glyphs.isLatin(text.charAt(at - 1))) {
            at++;
        }
        return at;
    }
}
