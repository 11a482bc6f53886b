package io.cofound.moderation.classify;

import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WindowsTest {

    @Property(tries = 200)
    void together_they_are_the_text(
            @ForAll @StringLength(max = 6_000) @CharRange(from = 'a', to = 'z') @Chars({'.', '\n', '。'})
                    String written) {
        NormalisedText text = TextNormaliser.normalise(written);

        assertThat(Windows.of(text).stream().map(NormalisedText::text).collect(Collectors.joining()))
                .isEqualTo(text.text());
        assertThat(Windows.of(text))
                .allSatisfy(window -> assertThat(window.text().length()).isLessThanOrEqualTo(Windows.LONGEST));
    }

    @Test
    void a_cut_falls_between_sentences() {
        NormalisedText text = TextNormaliser.normalise("we shipped it on a sunday. ".repeat(100));

        assertThat(Windows.of(text).getFirst().text()).endsWith("sunday.");
    }
}
