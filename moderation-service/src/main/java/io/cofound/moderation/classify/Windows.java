package io.cofound.moderation.classify;

import java.util.ArrayList;
import java.util.List;

/** Cuts a long text where its sentences end, since one bad paragraph among many good ones is still bad. */
final class Windows {

    /** Characters; the embedding reads at most about 500 tokens. */
    static final int LONGEST = 1_200;

    private static final String ENDS = "\n.!?。;";

    private Windows() {}

    static List<NormalisedText> of(NormalisedText text) {
        int length = text.text().length();
        if (length <= LONGEST) {
            return List.of(text);
        }
        List<NormalisedText> windows = new ArrayList<>();
        int start = 0;
        while (start < length) {
            int end = Math.min(length, start + LONGEST);
            if (end < length) {
                end = endOfSentence(text.text(), start + LONGEST / 2, end);
            }
            windows.add(text.part(start, end));
            start = end;
        }
        return windows;
    }

    private static int endOfSentence(String text, int earliest, int latest) {
        for (int at = latest; at > earliest; at--) {
            if (ENDS.indexOf(text.charAt(at - 1)) >= 0) {
                return at;
            }
        }
        return latest;
    }
}
