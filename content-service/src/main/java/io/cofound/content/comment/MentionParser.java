package io.cofound.content.comment;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds who may be meant in a text. What stands in code names nobody. */
final class MentionParser {

    /** Of more, those that come first count. */
    static final int MOST = 10;

    /** As long as a member's name may be, in characters. */
    private static final int LONGEST_NAME = 80;

    /** Names that a text without spaces between its words can start with; no name is longer in practice. */
    private static final int MOST_CANDIDATES = 30;

    private static final Pattern CODE = Pattern.compile("(?s)```.*?(?:```|\\z)|`[^`\n]*+`");

    private static final Pattern LINKED = Pattern.compile("\\[[^\\[\\]\n]{1,80}+]\\(([0-9a-fA-F-]{36})\\)");

    /** Somebody who may be meant at one place of a text. */
    sealed interface Mention {}

    record Linked(UUID memberId) implements Mention {}

    /** @param candidates what follows the sign and may be a name, longest first */
    record Named(List<String> candidates) implements Mention {}

    private MentionParser() {}

    /** In the order of the text, at most twice {@link #MOST}, as not everything that follows the sign is a name. */
    static List<Mention> parse(String markdown) {
        String text = CODE.matcher(markdown).replaceAll(" ");
        List<Mention> found = new ArrayList<>();
        for (int at = text.indexOf('@'); at >= 0 && found.size() < 2 * MOST; at = text.indexOf('@', at + 1)) {
            if (at == 0 || startsAfter(text.codePointBefore(at))) {
                add(found, text, at + 1);
            }
        }
        return found;
    }

    private static void add(List<Mention> found, String text, int start) {
        Matcher linked = LINKED.matcher(text).region(start, text.length());
        if (linked.lookingAt()) {
            try {
                found.add(new Linked(UUID.fromString(linked.group(1))));
            } catch (IllegalArgumentException e) {
                // Dashes in other places: it names nobody.
            }
            return;
        }
        List<String> candidates = candidates(text, start);
        if (!candidates.isEmpty()) {
            found.add(new Named(candidates));
        }
    }

    private static List<String> candidates(String text, int start) {
        List<String> candidates = new ArrayList<>();
        int end = start;
        for (int length = 0; length < LONGEST_NAME && end < text.length() && text.charAt(end) != '\n'; length++) {
            int last = text.codePointAt(end);
            end += Character.charCount(last);
            boolean ends = end == text.length() || isBoundary(last, text.codePointAt(end));
            if (ends && !Character.isWhitespace(last) && candidates.size() < MOST_CANDIDATES) {
                candidates.addFirst(text.substring(start, end));
            }
        }
        return candidates;
    }

    /** Not inside an address of mail. */
    private static boolean startsAfter(int before) {
        return !Character.isLetterOrDigit(before) || isHan(before);
    }

    private static boolean isBoundary(int last, int next) {
        return !(Character.isLetterOrDigit(last) && Character.isLetterOrDigit(next)) || isHan(last) || isHan(next);
    }

    private static boolean isHan(int codePoint) {
        return UnicodeScript.of(codePoint) == UnicodeScript.HAN;
    }
}
