package io.cofound.community.member;

import java.util.List;
import java.util.Set;

import io.cofound.contracts.community.MemberRole;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SearchTermsTest {

    @Test
    void a_word_is_kept_with_its_beginnings_and_chinese_in_ones_and_pairs() {
        assertThat(termsOf("Ada 林小雨")).containsExactlyInAnyOrder("ad", "ada", "林", "小", "雨", "林小", "小雨");
    }

    @Test
    void accents_width_and_case_do_not_matter() {
        assertThat(termsOf("Ｃａｆé")).isEqualTo(termsOf("CAFE"));
    }

    @Test
    void a_long_word_is_kept_by_its_first_fifteen_letters() {
        assertThat(termsOf("internationalisation")).contains("internationalis").noneMatch(term -> term.length() > 15);
        assertThat(SearchTerms.sought(null, null, "internationalisation")).containsExactly("internationalis");
    }

    @Test
    void signs_belong_to_the_language_they_name() {
        assertThat(SearchTerms.sought(null, null, "C++")).containsExactly("c++");
        assertThat(termsOf("C++, C#")).contains("c++", "c#");
    }

    @Test
    void a_tag_is_found_by_its_words_in_both_languages() {
        ProfileDetails details = new ProfileDetails(
                null,
                null,
                List.of(MemberRole.FOUNDER),
                List.of("ai"),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null);

        assertThat(Set.of(SearchTerms.of("Ada", details)))
                .contains("skill:ai", "role:FOUNDER", "artificial", "人工", "智能", "ai");
    }

    @Test
    void text_cannot_pretend_to_be_a_skill_or_a_role() {
        assertThat(termsOf("skill:ai role:FOUNDER")).noneMatch(term -> term.contains(":"));
    }

    private static Set<String> termsOf(String name) {
        return Set.of(SearchTerms.of(name, ProfileDetails.EMPTY));
    }
}
