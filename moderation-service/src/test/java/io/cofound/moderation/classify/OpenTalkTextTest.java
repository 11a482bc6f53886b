package io.cofound.moderation.classify;

import java.util.List;
import java.util.OptionalDouble;

import io.cofound.contracts.moderation.Label;
import io.cofound.moderation.classify.Regression.Example;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class OpenTalkTextTest {

    private static final int ABUSE = Label.ABUSE.ordinal();

    private static List<Example> judged(OptionalDouble abuse) {
        Features read = new Features.Builder().build();
        CorpusText source = new CorpusText("corpus", "zh", 1 << ABUSE, "text");
        return new OpenTalkText(source, read, read, abuse).judged(2).toList();
    }

    @Test
    void a_text_that_was_not_read_again_is_taught_once_as_what_its_label_says() {
        List<Example> taught = judged(OptionalDouble.empty());

        assertThat(taught).hasSize(1);
        assertThat(taught.getFirst().leaning()[ABUSE]).isEqualTo(1);
    }

    @Test
    void a_text_that_was_read_again_is_taught_as_abuse_and_as_none_by_how_likely_each_is() {
        List<Example> taught = judged(OptionalDouble.of(0.75));

        assertThat(taught)
                .extracting(example -> example.leaning()[ABUSE] > 0, Example::weight)
                .containsExactly(tuple(true, 1.5), tuple(false, 0.5));
    }
}
