package io.cofound.moderation.classify;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextNormaliserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ｆｒｅｅ　ＵＳＤＴ|free usdt",
                "𝐂𝐥𝐚𝐢𝐦 ⓝⓞⓦ|claim now",
                "frее сrурtо|free crypto",
                "v1agra and pr3scription|viagra and prescription",
                "your wa11et|your wallet",
                "d1g174l s0lu710ns|digital solutions",
                "c@sh and $ki11s|cash and $kills",
                "buy f.r.e.e money|buy free money",
                "s p a m here|spam here",
                "代 开 发 票|代开发票",
                "代*开*发*票|代开发票",
                "辦公室出租|办公室出租",
            })
    void undoes_disguises(String written, String read) {
        assertThat(TextNormaliser.normalise(written).text()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "we use k8s, h264 and web3|we use k8s, h264 and web3",
                "p99 went from 480 ms to 61 ms|p99 went from 480 ms to 61 ms",
                "write to ops@s3bucket.example|write to ops@s3bucket.example",
                "B2B, Q3 and GPT4|b2b, q3 and gpt4",
                "a b test|a b test",
                "用 AWS 还是 GCP|用 aws 还是 gcp",
            })
    void leaves_ordinary_writing_alone(String written, String read) {
        assertThat(TextNormaliser.normalise(written).text()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "加薇信聊|加微信聊",
                "你这个煞笔|你这个傻逼",
                "cnm, nmsl|操你妈, 你妈死了",
                "代开发piao|代开发票",
                "j4c4$h0l1c5|jacasholics",
            })
    void reads_words_that_stand_for_others(String written, String read) {
        assertThat(TextNormaliser.normalise(written).text()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"caonimals", "沙比利木材", "种菠菜"})
    void leaves_words_alone_that_only_contain_such_ones(String written) {
        assertThat(TextNormaliser.normalise(written).disguises()).isZero();
    }

    @Test
    void quotes_what_was_written_instead() {
        NormalisedText text = TextNormaliser.normalise("请加薇 信 abc");

        assertThat(text.text()).isEqualTo("请加微信 abc");
        assertThat(text.quote(2, 4)).isEqualTo("薇 信");
    }

    @Test
    void takes_hidden_characters_out_and_counts_them() {
        NormalisedText text = TextNormaliser.normalise("代\u200B开\u200B发\u200B票");

        assertThat(text.text()).isEqualTo("代开发票");
        assertThat(text.disguises()).isEqualTo(3);
    }

    @Test
    void joiners_inside_emoji_are_no_disguise() {
        assertThat(TextNormaliser.normalise("👩\u200D💻 shipped ❤\uFE0F").disguises())
                .isZero();
    }

    @Test
    void quotes_what_the_author_wrote() {
        NormalisedText text = TextNormaliser.normalise("Hello, Ｆ\u200BＲＥＥ money");

        int start = text.text().indexOf("free");

        assertThat(text.quote(start, start + 4)).isEqualTo("Ｆ\u200BＲＥＥ");
    }

    @Property
    void every_character_comes_from_somewhere_in_order(@ForAll String written) {
        NormalisedText text = TextNormaliser.normalise(written);

        assertThat(text.origins()).hasSameSizeAs(text.text().toCharArray()).isSorted();
        for (int i = 0; i < text.text().length(); i++) {
            assertThat(written).contains(text.quote(i, i + 1));
        }
    }
}
