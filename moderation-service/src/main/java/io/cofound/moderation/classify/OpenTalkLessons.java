package io.cofound.moderation.classify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.cofound.contracts.moderation.Label;

/**
 * Writes what the encoder is fine-tuned on, which is not for keeping: of each Chinese text that was read again, whether its
 * corpus calls it abuse and how sure its marks are of that. One part of the texts is left out, so that what was learnt
 * can be measured on texts that no part of it has seen.
 */
public final class OpenTalkLessons {

    static final int PARTS = 6;

    /** The one of which nothing is taught. */
    private static final int LEFT_OUT = 0;

    /** A mark from which on a text is taught to be abuse, and nothing less. */
    private static final double SURELY = 6;

    private OpenTalkLessons() {}

    /** @param args where to write, the folder of the second readings, then the corpora */
    public static void main(String[] args) throws IOException {
        SecondReadings readings = SecondReadings.read(Path.of(args[1]));
        List<CorpusText> texts = Arrays.stream(args)
                .skip(2)
                .map(Path::of)
                .flatMap(CorpusText::read)
                .filter(OpenTalkLessons::teach)
                .toList();
        List<String> lessons = texts.stream()
                .flatMap(text -> readings.mark(text).stream().mapToObj(mark -> lesson(text, mark)))
                .toList();
        Files.write(Path.of(args[0]), lessons);
    }

    private static String lesson(CorpusText text, double mark) {
        String window =
                Windows.of(TextNormaliser.normalise(text.text())).getFirst().text();
        return String.format(
                Locale.ROOT,
                "%d,%.3f\t%s",
                text.may(Label.ABUSE) ? 1 : 0,
                Math.min(1, mark / SURELY),
                window.replaceAll("\\s+", " "));
    }

    static int part(CorpusText text) {
        return Math.floorMod(text.text().hashCode(), PARTS);
    }

    /** Whether the encoder learns it. */
    static boolean teach(CorpusText text) {
        return text.language().equals("zh") && part(text) != LEFT_OUT;
    }
}
