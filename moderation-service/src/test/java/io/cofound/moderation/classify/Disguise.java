package io.cofound.moderation.classify;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What people do to a text so that a machine does not read it. */
enum Disguise {
    WIDE(text -> map(text, c -> c > ' ' && c < 127 ? String.valueOf((char) (c + 0xFEE0)) : Character.toString(c))),
    HIDDEN(text -> map(text, c -> Character.toString(c) + "\u200B")),
    HOMOGLYPHS(text -> replace(text, "aeopcyxi", "аеорсухі")),
    LEET(text -> text.lines()
            .map(line -> java.util.Arrays.stream(line.split(" "))
                    .map(word -> word.matches("[a-z]{4,}[,.!?]*") ? leet(word) : word)
                    .collect(Collectors.joining(" ")))
            .collect(Collectors.joining("\n"))),
    SPACED(text -> java.util.Arrays.stream(text.split(" "))
            .map(word -> word.codePoints().filter(Character::isLetter).count() > 3
                            && word.codePoints().allMatch(Character::isLetter)
                    ? String.join(word.charAt(0) < 128 ? "." : " ", word.split(""))
                    : word)
            .collect(Collectors.joining(" ")));

    private final UnaryOperator<String> put;

    Disguise(UnaryOperator<String> put) {
        this.put = put;
    }

    String on(String text) {
        return put.apply(text);
    }

    /** Inside the word, as people do it; the first and the last letter are needed to read it. */
    private static String leet(String word) {
        return word.charAt(0)
                + replace(word.substring(1, word.length() - 1), "oieast", "013457")
                + word.charAt(word.length() - 1);
    }

    private static String replace(String text, String from, String to) {
        return map(text, c -> from.indexOf(c) < 0 ? Character.toString(c) : String.valueOf(to.charAt(from.indexOf(c))));
    }

    private static String map(String text, java.util.function.IntFunction<String> each) {
        return text.codePoints().mapToObj(each).collect(Collectors.joining());
    }
}
