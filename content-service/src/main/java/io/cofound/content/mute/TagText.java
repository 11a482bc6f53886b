package io.cofound.content.mute;

import java.util.Locale;
import java.util.regex.Pattern;

import io.cofound.contracts.tag.Tag;
import io.cofound.contracts.tag.TagVocabulary;
import io.cofound.platform.web.problem.Problem;

/** A tag as feeds compare it: the vocabulary's id where the vocabulary knows the text, else the text in lower case. */
public final class TagText {

    private static final int LONGEST = 40;
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private TagText() {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for a blank text or one of more than 40 characters */
    public static String of(String text) {
        String plain = SPACES.matcher(text).replaceAll(" ").strip();
        if (plain.isEmpty() || plain.codePointCount(0, plain.length()) > LONGEST) {
            throw Problem.malformed("invalid-tag", "A tag takes 1 to 40 characters.");
        }
        return TagVocabulary.standard().find(plain).map(Tag::id).orElseGet(() -> plain.toLowerCase(Locale.ROOT));
    }
}
