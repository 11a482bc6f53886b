package io.cofound.moderation.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.cofound.contracts.moderation.Label;

/**
 * A text with the label that people gave it.
 *
 * @param language BCP 47, "zh" or "en"
 */
public record LabelledText(Label label, String language, String text) {

    /**
     * Reads every {@code *.tsv} of a folder: label, language, text; {@code \n}, {@code \t} and {@code \\} in the text are
     * escapes.
     *
     * @throws IllegalArgumentException for a line that is none of these
     */
    static List<LabelledText> readAll(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .flatMap(LabelledText::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<LabelledText> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> parse(file, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LabelledText parse(Path file, String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 3) {
            throw new IllegalArgumentException(file + " has a line with " + fields.length + " fields: " + line);
        }
        return new LabelledText(Label.valueOf(fields[0]), fields[1], unescape(fields[2]));
    }

    private static String unescape(String text) {
        return text.replace("\\\\", "\0")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace('\0', '\\');
    }
}
