package io.cofound.contracts.tag;

import java.lang.Character.UnicodeScript;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TagVocabularyTest {

    private final TagVocabulary vocabulary = TagVocabulary.standard();

    @Test
    void is_large_enough_to_say_what_one_does_and_small_enough_to_choose_from() {
        assertThat(vocabulary.all()).hasSizeBetween(150, 220);
        assertThat(vocabulary.all())
                .extracting(Tag::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9-]+"));
    }

    @Test
    void every_tag_has_a_name_in_both_languages() {
        assertThat(vocabulary.all()).allSatisfy(tag -> {
            assertThat(tag.english()).isNotBlank().matches(text -> !hasHan(text));
            assertThat(tag.chinese()).matches(TagVocabularyTest::hasHan);
        });
    }

    @Test
    void every_word_means_one_tag_and_no_other() {
        assertThat(vocabulary.all()).allSatisfy(tag -> assertThat(tag.words())
                .allSatisfy(word -> assertThat(vocabulary.find(word)).contains(tag)));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "ai, ai",
        "AI, ai",
        "ＡＩ, ai",
        "A.I., ai",
        "人工智能, ai",
        "人工智慧, ai",
        "Machine Learning, machine-learning",
        "machine-learning, machine-learning",
        "MACHINE_LEARNING, machine-learning",
        "機器學習, machine-learning",
        "E-Commerce, ecommerce",
        "e commerce, ecommerce",
        "電商, ecommerce",
        "电商, ecommerce",
        "大 模型, llm",
        "VC, venture-capital",
        "风投, venture-capital",
        "C++, cpp",
        "node.js, javascript",
        "找合伙人, co-founder-search",
    })
    void a_word_in_any_spelling_and_language_is_one_tag(String text, String id) {
        assertThat(vocabulary.find(text)).map(Tag::id).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "astrology", "占星"})
    void what_is_not_in_it_is_not_found(String text) {
        assertThat(vocabulary.find(text)).isEmpty();
    }

    @Test
    void suggests_what_begins_so_nearest_to_complete_first() {
        assertThat(vocabulary.suggest("machine l")).extracting(Tag::id).startsWith("machine-learning");
        assertThat(vocabulary.suggest("机器人")).extracting(Tag::id).startsWith("robotics");
        assertThat(vocabulary.suggest("机器")).extracting(Tag::id).contains("machine-learning", "robotics");
        assertThat(vocabulary.suggest("")).isEmpty();
    }

    @ParameterizedTest(name = "{0} may mean {1}")
    @CsvSource({
        "machin lerning, machine-learning",
        "blokchain, blockchain",
        "robotiks, robotics",
        "跨境电商平台, cross-border-ecommerce",
        "quantum comp, quantum",
    })
    void a_misspelt_word_is_near_what_it_may_mean(String text, String id) {
        assertThat(vocabulary.near(text)).extracting(Tag::id).startsWith(id);
    }

    @Test
    void nothing_is_near_to_what_resembles_nothing() {
        assertThat(vocabulary.near("xyzzy")).isEmpty();
    }

    private static boolean hasHan(String text) {
        return text.codePoints().anyMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.HAN);
    }
}
