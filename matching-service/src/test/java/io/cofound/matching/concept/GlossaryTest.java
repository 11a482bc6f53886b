package io.cofound.matching.concept;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GlossaryTest {

    private final Glossary glossary = new Glossary();

    @Test
    void the_same_is_found_in_both_languages() {
        assertThat(glossary.conceptsIn("医院AI项目找种子轮"))
                .containsExactlyInAnyOrderElementsOf(
                        glossary.conceptsIn("Seed round for artificial intelligence in hospitals"));
    }

    @Test
    void a_concept_implies_the_broader_ones() {
        assertThat(glossary.conceptsIn("retrieval-augmented answers")).containsExactly("rag", "llm", "ai");
    }

    @Test
    void the_longest_form_wins_and_what_is_inside_it_does_not_count() {
        assertThat(glossary.conceptsIn("Series A")).contains("series-a");
        assertThat(glossary.conceptsIn("pet food")).containsExactly("pets");
    }

    @Test
    void letters_inside_another_word_are_not_the_word() {
        assertThat(glossary.conceptsIn("He said the chair was repaired by Aida"))
                .isEmpty();
        assertThat(glossary.conceptsIn("Many VRs")).containsExactly("ar-vr");
    }

    @Test
    void width_case_and_hyphens_make_no_difference() {
        assertThat(glossary.conceptsIn("ＳａａＳ"))
                .isEqualTo(glossary.conceptsIn("saas"))
                .contains("saas");
        assertThat(glossary.conceptsIn("full-stack  developer")).isEqualTo(glossary.conceptsIn("Full Stack Developer"));
    }

    @Test
    void every_concept_is_found_by_its_own_labels_and_every_broader_one_exists() {
        assertThat(glossary.all()).hasSizeGreaterThan(200).allSatisfy((id, concept) -> {
            assertThat(glossary.conceptsIn(concept.chinese())).contains(id);
            assertThat(glossary.conceptsIn(concept.english())).contains(id);
            if (concept.broader() != null) {
                assertThat(glossary.get(concept.broader())).isNotNull();
            }
        });
    }
}
