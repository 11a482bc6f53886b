package io.cofound.matching.relevance;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhrasesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
                    zh-CN,zh;q=0.9,en;q=0.8 | CHINESE
                    en-GB                   | ENGLISH
                    de,zh;q=0.5             | CHINESE
                    fr                      | ENGLISH
                    *                       | ENGLISH
                    ;;;                     | ENGLISH
                    none                    | ENGLISH
                    """)
    void speak_the_language_the_reader_accepts(String header, Phrases spoken) {
        assertThat(Phrases.accepted(header)).isEqualTo(spoken);
    }

    @Test
    void name_the_half_life_that_was_used() {
        assertThat(Phrases.ENGLISH.published(Duration.ofDays(3), Duration.ofDays(7)))
                .isEqualTo("Published 3 days ago; freshness halves every 7 days");
        assertThat(Phrases.CHINESE.published(Duration.ofHours(1), Duration.ofHours(12)))
                .isEqualTo("今天发布；每过12 小时，新鲜度减半");
    }
}
