package io.cofound.moderation.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

import io.cofound.contracts.moderation.Label;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A text with the label that people gave it.
 *
 * @param language BCP 47, "zh" or "en"
 */
public record LabelledText(Label label, String language, String text) {

    /**
     * Reads lines of label, language, text; {@code \n}, {@code \t} and {@code \\} in the text are escapes.
     *
     * @throws IllegalArgumentException for a line that is none of these
     */
    static Stream<LabelledText> readResource(String name) {
        try (InputStream in = LabelledText.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> parse(name, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LabelledText parse(String file, String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 3) {
            throw new IllegalArgumentException(file + " has a line with " + fields.length + " fields: " + line);
        }
        return new LabelledText(Label.valueOf(fields[0]), fields[1], unescape(fields[2]));
    }

    static String unescape(String text) {
        return text.replace("\\\\", "\0")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace('\0', '\\');
    }
}
