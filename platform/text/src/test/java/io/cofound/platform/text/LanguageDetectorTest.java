package io.cofound.platform.text;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageDetectorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    寻找技术合伙人                              | zh
                    寻找 CTO，做 SaaS 产品                       | zh
                    Looking for a CTO                          | en
                    We sell 茶 to the whole world, every day   | en
                    東京でデザイナーを探しています                | ja
                    서울에서 투자자를 찾습니다                    | ko
                    我们用 Kubernetes 和 LangChain4j 部署了第一个版本 | zh
                    出海 means going global and here is what it takes | en
                    🚀 12345 !!!                                | und
                    """)
    void tells_the_language_by_the_letters(String text, String language) {
        assertThat(LanguageDetector.detect(text)).isEqualTo(language);
    }
}
