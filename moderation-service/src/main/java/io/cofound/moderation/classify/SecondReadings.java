package io.cofound.moderation.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.cofound.contracts.moderation.Label;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What second readers thought of texts that are not here (src/readings), and what is believed of one by its label and
 * them together.
 */
final class SecondReadings {

    private static final int DIGITS = 12;
    private static final Pattern LINE = Pattern.compile("[0-9a-f]{" + DIGITS + "}\t[0-9]+");

    /**
     * What the corpus' label adds to the log-odds of abuse, or takes off, where each mark is worth one. Where beliefs are so, a
     * plain baseline learnt from COLD's labels is right as often as it is known to be on its hand-labelled part (ADR 0013).
     */
    private static final double LABEL = 2.4;

    /**
     * The mark that says nothing. With it 44 % of COLD is believed to be abuse, where its labels say 49 %; and 41 % after what
     * {@link OpenTalkModels} takes off the odds, about as much as its readers were told to expect.
     */
    private static final double EVEN = 3;

    private final Map<String, Double> marks = new HashMap<>();

    private SecondReadings() {}

    /** @param folder of files of hash and marks */
    static SecondReadings read(Path folder) {
        SecondReadings readings = new SecondReadings();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".tsv")).forEach(readings::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return readings;
    }

    private void add(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(line -> add(file, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Path file, String line) {
        if (!LINE.matcher(line).matches()) {
            throw new IllegalArgumentException("%s: wanted are a hash and marks, not: %s".formatted(file, line));
        }
        marks.put(
                line.substring(0, DIGITS),
                line.substring(DIGITS + 1)
                        .chars()
                        .map(Character::getNumericValue)
                        .average()
                        .orElseThrow());
    }

    /** Of nine annotators, how many would call it abuse: the mean of the readings; empty for a text nobody read again. */
    OptionalDouble mark(CorpusText text) {
        Double mark = marks.get(hash(text.text()));
        return mark == null ? OptionalDouble.empty() : OptionalDouble.of(mark);
    }

    /** Probability, 0 to 1, that a careful reader would call it abuse; empty for a text nobody read again. */
    OptionalDouble abuse(CorpusText text) {
        OptionalDouble mark = mark(text);
        if (mark.isEmpty()) {
            return mark;
        }
        double logOdds = mark.getAsDouble() - EVEN + (text.may(Label.ABUSE) ? LABEL : -LABEL);
        return OptionalDouble.of(1 / (1 + StrictMath.exp(-logOdds)));
    }

    private static String hash(String text) {
        return HexFormat.of()
                .formatHex(InputHash.sha256().digest(text.getBytes(UTF_8)))
                .substring(0, DIGITS);
    }
}
