package io.cofound.moderation.rules;

import io.cofound.moderation.classify.NormalisedText;
import io.cofound.moderation.classify.TextNormaliser;

/**
 * A text as rules read it: without disguise, and as it was written, since undoing a disguise changes domains.
 *
 * @param written lower case, character by character
 */
record Reading(NormalisedText normalised, String written) {

    /** Characters, once what is hidden in between is gone; what is longer goes to people anyway. */
    private static final int LONGEST = 20_000;

    static Reading of(String text) {
        String read = text.substring(0, Math.min(text.length(), 2 * LONGEST));
        StringBuilder written = new StringBuilder(read.length());
        read.chars().forEach(c -> written.append(Character.toLowerCase((char) c)));
        NormalisedText normalised = TextNormaliser.normalise(read);
        int length = Math.min(normalised.text().length(), LONGEST);
        return new Reading(normalised.part(0, length), written.toString());
    }

    /** What the author wrote there. */
    String quote(Span span) {
        return span.normalised()
                ? normalised.quote(span.start(), span.end())
                : normalised.original().substring(span.start(), span.end());
    }

    /** A place in the normalised text, or in the written one. */
    record Span(boolean normalised, int start, int end) {}
}
