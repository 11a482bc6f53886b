package io.cofound.moderation.classify;

import java.util.List;

import io.cofound.contracts.moderation.Label;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NearDuplicatesTest {

    private final NearDuplicates known = new NearDuplicates(List.of(text("就你这智商还创业，回家喂猪吧")));

    @Test
    void finds_the_same_with_a_word_more() {
        assertThat(known.has(text("就你这智商还想创业，回家喂猪吧！"))).isTrue();
    }

    @Test
    void leaves_what_only_has_the_subject_in_common() {
        assertThat(known.has(text("我们是养猪的创业团队，在找合伙人"))).isFalse();
    }

    @Test
    void no_text_that_is_learnt_is_like_one_of_the_hold_out() {
        NearDuplicates tested = new NearDuplicates(TrainingTexts.holdOut());

        assertThat(TrainingTexts.seed()).noneMatch(tested::has);
        assertThat(TrainingTexts.messages()).noneMatch(tested::has);
    }

    private static LabelledText text(String text) {
        return new LabelledText(Label.ABUSE, "zh", text);
    }
}
