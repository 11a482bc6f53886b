package io.cofound.moderation.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import io.cofound.contracts.moderation.Label;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A text of a corpus, of which may be known only what it is not.
 *
 * @param corpus the file's name
 * @param language BCP 47
 * @param labels bit set of the labels that it may have, by ordinal
 */
public record CorpusText(String corpus, String language, int labels, String text) {

    private static final int ALL = (1 << Label.values().length) - 1;

    static CorpusText of(String corpus, LabelledText text) {
        return new CorpusText(corpus, text.language(), 1 << text.label().ordinal(), text.text());
    }

    /**
     * Lines of label (or {@code NOT_} and a label), language and text; gzip where the name ends so.
     *
     * @throws IllegalArgumentException for a line that is none, with its number
     * @throws UncheckedIOException where the file cannot be read
     */
    public static Stream<CorpusText> read(Path file) {
        String name = file.getFileName().toString();
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
            String[] lines = new String(plain.readAllBytes(), UTF_8).split("\r?\n");
            Stream.Builder<CorpusText> texts = Stream.builder();
            for (int i = 0; i < lines.length; i++) {
                if (!lines[i].isBlank()) {
                    texts.add(parse(name, i + 1, lines[i].split("\t", 3)));
                }
            }
            return texts.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CorpusText parse(String file, int line, String[] fields) {
        try {
            return new CorpusText(file, fields[1], labels(fields[0]), LabelledText.unescape(fields[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "%s, line %d: wanted are a label, a language and a text between tabs".formatted(file, line), e);
        }
    }

    boolean may(Label label) {
        return (labels >> label.ordinal() & 1) == 1;
    }

    /** The same text, of which is only known that it does not have the label. */
    CorpusText without(Label label) {
        return new CorpusText(corpus, language, ALL & ~(1 << label.ordinal()), text);
    }

    /** The same text, of which is known that it has the label. */
    CorpusText with(Label label) {
        return new CorpusText(corpus, language, 1 << label.ordinal(), text);
    }

    private static int labels(String name) {
        return name.startsWith(Outcome.NOT)
                ? ALL
                        & ~(1
                                << Label.valueOf(name.substring(Outcome.NOT.length()))
                                        .ordinal())
                : 1 << Label.valueOf(name).ordinal();
    }

    /** The one label that the texts were asked for, where of some is only known that they do not have it. */
    public static Optional<Label> asked(Collection<CorpusText> texts) {
        return texts.stream()
                .filter(text -> Integer.bitCount(text.labels()) > 1)
                .map(text -> Label.values()[Integer.numberOfTrailingZeros(ALL & ~text.labels())])
                .findFirst();
    }

    public Outcome outcome(Optional<Label> asked, Classification judged) {
        return asked.map(label -> Outcome.of(label, labels == 1 << label.ordinal(), judged))
                .orElseGet(() -> Outcome.of(Label.values()[Integer.numberOfTrailingZeros(labels)], judged));
    }
}
