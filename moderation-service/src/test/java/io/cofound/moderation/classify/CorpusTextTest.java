package io.cofound.moderation.classify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import io.cofound.contracts.moderation.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CorpusTextTest {

    @TempDir
    Path folder;

    @Test
    void reads_a_corpus_of_four_labels() throws IOException {
        List<CorpusText> texts = read("OK\ten\tone\\ntwo\r\n\nSPAM\tzh\t加微信\t还有\n");

        assertThat(texts).extracting(CorpusText::text).containsExactly("one\ntwo", "加微信\t还有");
        assertThat(texts).extracting(CorpusText::language).containsExactly("en", "zh");
        assertThat(CorpusText.asked(texts)).isEmpty();
    }

    @Test
    void knows_what_texts_were_asked_for_that_are_only_known_not_to_be_it() throws IOException {
        assertThat(CorpusText.asked(read("ABUSE\ten\ta\nNOT_ABUSE\ten\tb\n"))).isEqualTo(Optional.of(Label.ABUSE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK\ten\tfine\nFINE\ten\ttext", "OK\ten\tfine\nOK\ttext", "OK\ten\tfine\nonly words"})
    void says_which_line_is_none(String content) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
    }

    private List<CorpusText> read(String content) throws IOException {
        Path file = folder.resolve("corpus.tsv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content.getBytes(UTF_8));
        }
        return CorpusText.read(file).toList();
    }
}
