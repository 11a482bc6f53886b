package io.cofound.content.post;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageDetectorTest {

    @ParameterizedTest
    @CsvSource({
        "我们用 Kubernetes 和 LangChain4j 部署了第一个版本, zh",
        "寻找技术合伙人, zh",
        "How we found our first ten customers, en",
        "出海 means going global and here is what it takes, en",
        "🚀 2026 !!!, en"
    })
    void a_text_is_in_the_language_most_of_its_words_are_in(String text, String language) {
        assertThat(LanguageDetector.languageOf(text)).isEqualTo(language);
    }
}
