package io.cofound.moderation.flood;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextPrintTest {

    private static final int SHORT_BELOW = 24;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Join our launch party on Friday evening at the harbour, free drinks for every founder, bring a friend along 1"
                        + "|Join our launch party on Friday evening at the harbour, free drinks for every founder, bring a friend along 77",
                "Join our launch party on Friday evening at the harbour, free drinks for every founder"
                        + "|J0in our l a u n c h party on Friday evening at the harbour, FREE drinks for every founder!!!",
                "专业提供海外社媒粉丝增长服务，价格实惠，效果看得见，欢迎各位老板前来咨询合作" + "|专业提供海外社媒粉丝增长服务，价格实惠，效果看得见，欢迎各位老总前来咨询合作～",
            })
    void near_copies_agree(String text, String other) {
        assertThat(areCopies(text, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We moved our billing from cron jobs to a queue, and p99 fell from 480 ms to 61 ms."
                        + "|We moved our office from Berlin to Lisbon, and our rent fell by half.",
                "请问大家第一轮融资是怎么谈估值的？我们现在月收入十万左右|请问大家第一个客户是怎么找到的？我们做的是企业服务",
                "谢谢分享|谢谢你",
            })
    void texts_that_only_begin_alike_do_not(String text, String other) {
        assertThat(areCopies(text, other)).isFalse();
    }

    @Test
    void a_short_text_is_a_copy_only_word_for_word() {
        assertThat(TextPrint.of("谢谢分享", SHORT_BELOW).isShort()).isTrue();
        assertThat(areCopies("谢谢分享", "谢谢分享！")).isTrue();
        assertThat(areCopies("Thank you, Bo", "Thank you, Mo")).isFalse();
        assertThat(areCopies("👍", "👎")).isFalse();
    }

    @Test
    void hidden_characters_make_no_other_text() {
        String offer = "Join our launch party on Friday evening at the harbour, free drinks for every founder";

        assertThat(areCopies("\uDB40\uDD00".repeat(4_000) + offer, offer)).isTrue();
    }

    @Test
    void counts_as_people_do() {
        assertThat(Arrays.stream(new long[] {1, 2, 3, 4, 11, 12, 13, 21, 112, 122})
                        .mapToObj(Flood::ordinal))
                .containsExactly("1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th", "122nd");
    }

    private static boolean areCopies(String text, String other) {
        TextPrint print = TextPrint.of(text, SHORT_BELOW);
        Set<Long> bands = Arrays.stream(print.bands()).boxed().collect(Collectors.toSet());
        long agreeing = Arrays.stream(TextPrint.of(other, SHORT_BELOW).bands())
                .filter(bands::contains)
                .count();
        return agreeing >= print.agreeing();
    }
}
