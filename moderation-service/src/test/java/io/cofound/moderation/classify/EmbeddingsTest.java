package io.cofound.moderation.classify;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddingsTest {

    private static final String TEXT = "我们在找一位懂供应链的合伙人";

    @Test
    void the_fine_tuned_encoder_reads_a_text_otherwise() {
        float[] plain = Embeddings.load().of(Language.ZH, TEXT);

        float[] fineTuned = Embeddings.loadOpenTalk().of(Language.ZH, TEXT);

        assertThat(fineTuned).hasSameSizeAs(plain).isNotEqualTo(plain);
    }

    @Test
    void a_text_of_which_the_tokenizer_reads_nothing_has_a_meaning_all_the_same() {
        assertThat(Embeddings.load().of(Language.ZH, "\uFFFD \uD83D")).hasSize(512);
    }
}
