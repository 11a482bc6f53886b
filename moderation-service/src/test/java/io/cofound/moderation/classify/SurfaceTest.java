package io.cofound.moderation.classify;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SurfaceTest {

    @Test
    void which_number_it_is_says_nothing() {
        assertThat(read("text it to 87121 now")).isEqualTo(read("text it to 60093 now"));
    }

    @Test
    void how_long_a_number_is_and_what_it_counts_says_something() {
        Set<Integer> price = read("only £1000 today");

        assertThat(read("only £10 today")).isNotEqualTo(price);
        assertThat(read("only 1000p today")).isNotEqualTo(price);
        assertThat(read("只要1000元")).isNotEqualTo(read("只要1000人"));
    }

    @Test
    void a_text_of_digits_alone_can_be_read() {
        assertThat(read("7")).isNotEmpty();
    }

    private static Set<Integer> read(String text) {
        int[] indices = new Surface(TextNormaliser.normalise(text), List.of())
                .features()
                .indices();
        return Arrays.stream(indices).boxed().collect(Collectors.toSet());
    }
}
