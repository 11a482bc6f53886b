package io.cofound.community.member;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.cofound.contracts.community.MemberRole;
import io.cofound.contracts.tag.TagVocabulary;

/**
 * What a member is found by, as terms that an index compares as they are: a member is found who has all the terms that
 * are sought. Words are kept with each of their beginnings, so that a word is found while it is typed; Chinese, Japanese
 * and Korean, which part no words, are kept as single characters and pairs of neighbours. Case, width and accents do not
 * matter.
 */
final class SearchTerms {

    /** To be raised when the same profile makes other terms than before, so that all are made anew. */
    static final int VERSION = 1;

    private static final int SHORTEST_BEGINNING = 2;
    private static final int LONGEST_BEGINNING = 15;

    /** Runs of the scripts without words, or else of letters and digits, with the signs of C++ and C#. */
    private static final Pattern RUN =
            Pattern.compile("(?<signs>[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]+)"
                    + "|(?<word>[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]]+[+#]*)");

    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

    private final SortedSet<String> terms = new TreeSet<>();

    private SearchTerms() {}

    /** What a member is found by. */
    static String[] of(String displayName, ProfileDetails shown) {
        SearchTerms found = new SearchTerms();
        found.keep(displayName);
        found.keep(shown.headline());
        found.keep(shown.about());
        shown.roles().forEach(role -> found.terms.add(role(role)));
        shown.skills().forEach(id -> found.terms.add(skill(id)));
        found.keepTags(shown.skills());
        found.keepTags(shown.interests());
        return found.terms.toArray(String[]::new);
    }

    /**
     * What to look for; nothing finds everybody.
     *
     * @param skillId null for any skill
     * @param role null for any role
     * @param text null for any text
     */
    static String[] sought(String skillId, MemberRole role, String text) {
        SearchTerms sought = new SearchTerms();
        if (skillId != null) {
            sought.terms.add(skill(skillId));
        }
        if (role != null) {
            sought.terms.add(role(role));
        }
        if (text != null) {
            sought.seek(text);
        }
        return sought.terms.toArray(String[]::new);
    }

    /** Whether there is anything in a text that can be looked for. */
    static boolean canBeSought(String text) {
        return RUN.matcher(fold(text)).find();
    }

    private static String skill(String id) {
        return "skill:" + id;
    }

    private static String role(MemberRole role) {
        return "role:" + role;
    }

    private void keepTags(Collection<String> ids) {
        ids.forEach(id ->
                TagVocabulary.standard().find(id).ifPresent(tag -> tag.words().forEach(this::keep)));
    }

    private void keep(String text) {
        eachRun(text == null ? "" : text, this::keepWord, signs -> {
            addSlices(signs, 1);
            addSlices(signs, 2);
        });
    }

    private void seek(String text) {
        eachRun(
                text,
                word -> terms.add(beginning(word, LONGEST_BEGINNING)),
                signs -> addSlices(signs, Math.min(2, length(signs))));
    }

    private void keepWord(String word) {
        terms.add(beginning(word, LONGEST_BEGINNING));
        for (int length = SHORTEST_BEGINNING; length < Math.min(length(word), LONGEST_BEGINNING); length++) {
            terms.add(beginning(word, length));
        }
    }

    private void addSlices(String signs, int length) {
        int[] points = signs.codePoints().toArray();
        for (int from = 0; from + length <= points.length; from++) {
            terms.add(new String(points, from, length));
        }
    }

    private static String beginning(String word, int length) {
        return word.substring(0, word.offsetByCodePoints(0, Math.min(length, length(word))));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void eachRun(String text, Consumer<String> word, Consumer<String> signs) {
        Matcher runs = RUN.matcher(fold(text));
        while (runs.find()) {
            if (runs.group("word") != null) {
                word.accept(runs.group("word"));
            } else {
                signs.accept(runs.group("signs"));
            }
        }
    }

    /** Composed again after the accents are gone, as Korean is taken apart with them. */
    private static String fold(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(ACCENTS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
    }
}
