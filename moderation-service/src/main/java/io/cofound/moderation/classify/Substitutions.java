package io.cofound.moderation.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Words that stand for others: by sound, by initials, by look, or taken apart. */
final class Substitutions {

    private static final String LIST = "/moderation/substitutions.tsv";

    private static final Map<Character, List<Substitution>> BY_FIRST = read();

    private Substitutions() {}

    /** The word at a place that stands for another, if one does. */
    static Optional<Substitution> at(char[] chars, int size, int place) {
        for (Substitution one : BY_FIRST.getOrDefault(chars[place], List.of())) {
            if (one.isAt(chars, size, place)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static Map<Character, List<Substitution>> read() {
        try (InputStream in = Substitutions.class.getResourceAsStream(LIST)) {
            Map<Character, List<Substitution>> byFirst = new HashMap<>();
            new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t"))
                    .forEach(fields -> List.of(fields[0].split(" "))
                            .forEach(written -> byFirst.computeIfAbsent(written.charAt(0), ignored -> new ArrayList<>())
                                    .add(new Substitution(written, fields[1]))));
            return Map.copyOf(byFirst);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
