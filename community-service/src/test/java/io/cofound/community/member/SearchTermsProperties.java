package io.cofound.community.member;

import java.util.List;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class SearchTermsProperties {

    @Property
    void whatever_a_text_says_it_is_found_by_the_whole_of_it(@ForAll("texts") String text) {
        assertThat(termsOf(text)).containsAll(List.of(SearchTerms.sought(null, null, text)));
    }

    @Property
    void a_text_is_found_by_any_of_its_words(@ForAll("texts") String before, @ForAll("texts") String after) {
        assertThat(termsOf(before + " " + after)).containsAll(List.of(SearchTerms.sought(null, null, after)));
    }

    @Property
    void every_term_can_be_stored(@ForAll String text) {
        assertThat(termsOf(text))
                .allSatisfy(term -> assertThat(term).isNotEmpty().doesNotContain("\0"));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("aZé+#1 -/,.ＡſßΩ한국かガ林小雨龘").ofMaxLength(40);
    }

    private static Set<String> termsOf(String text) {
        return Set.of(SearchTerms.of(text, ProfileDetails.EMPTY));
    }
}
