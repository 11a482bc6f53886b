package io.cofound.moderation.classify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.cofound.contracts.moderation.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SecondReadingsTest {

    /** First digits of the SHA-256 of "abc", as FIPS 180-2 gives it. */
    private static final String HASH_OF_ABC = "ba7816bf8f01";

    @TempDir
    Path folder;

    private final CorpusText abuse = new CorpusText("corpus", "zh", 1 << Label.ABUSE.ordinal(), "abc");

    @BeforeEach
    void the_text_was_read_twice() throws IOException {
        Files.writeString(folder.resolve("corpus.tsv"), HASH_OF_ABC + "\t36\n");
    }

    @Test
    void a_text_has_the_mean_of_its_marks() {
        assertThat(readings().mark(abuse)).hasValue(4.5);
    }

    @Test
    void nothing_is_believed_of_a_text_that_nobody_read_again() {
        CorpusText other = new CorpusText("corpus", "zh", 1 << Label.ABUSE.ordinal(), "abcd");

        assertThat(readings().abuse(other)).isEmpty();
    }

    @Test
    void label_and_marks_make_one_belief() {
        assertThat(readings().abuse(abuse).orElseThrow()).isCloseTo(0.980, within(0.001));
        assertThat(readings().abuse(abuse.without(Label.ABUSE)).orElseThrow()).isCloseTo(0.289, within(0.001));
    }

    private SecondReadings readings() {
        return SecondReadings.read(folder);
    }
}
