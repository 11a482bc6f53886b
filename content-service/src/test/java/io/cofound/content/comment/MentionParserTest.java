package io.cofound.content.comment;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.cofound.content.comment.MentionParser.Linked;
import io.cofound.content.comment.MentionParser.Mention;
import io.cofound.content.comment.MentionParser.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class MentionParserTest {

    private static final UUID MEMBER = UUID.fromString("0193b5a0-0000-7000-8000-000000000002");

    @Test
    void a_link_names_the_member_whose_id_it_has() {
        assertThat(MentionParser.parse("Ask @[梅雨](" + MEMBER + "), please")).containsExactly(new Linked(MEMBER));
    }

    @ParameterizedTest
    @CsvSource({
        "'Thanks @Ada Li, that helps', Ada Li",
        "'Thanks @Ada Li', Ada",
        "'(@Mo)', Mo",
        "'谢谢@梅雨你说得对', 梅雨",
        "'@Bo Sørensen!', Bo Sørensen",
        "'@O’Neil-Smith knows', O’Neil-Smith"
    })
    void a_name_ends_where_a_word_ends(String text, String name) {
        assertThat(candidates(text)).contains(name);
    }

    @Test
    void a_name_does_not_end_inside_a_word() {
        assertThat(candidates("@Adam")).doesNotContain("Ada");
    }

    @Test
    void a_name_does_not_go_over_a_line() {
        assertThat(candidates("@Ada\nLi")).containsExactly("Ada");
    }

    @Test
    void the_longest_name_comes_first() {
        assertThat(candidates("@Ada Li")).containsSubsequence("Ada Li", "Ada");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@mail.example",
                "`@Inject` it",
                "```\n@Ada\n```",
                "``` @Ada",
                "@",
                "@ Ada",
                "@[Ada](---------------------------------036)"
            })
    void mail_and_code_and_what_is_no_name_name_nobody(String text) {
        assertThat(MentionParser.parse(text).stream().filter(mention -> names(mention, "Ada", "Inject", "mail")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "`", "```", "@[", "@梅", "@[a](", "``` "})
    void five_thousand_characters_of_anything_are_read_at_once(String part) {
        String text = part.repeat(5_000 / part.length());
        assertThatNoException()
                .isThrownBy(() -> assertTimeoutPreemptively(Duration.ofSeconds(2), () -> MentionParser.parse(text)));
    }

    private static List<String> candidates(String text) {
        return MentionParser.parse(text).stream()
                .filter(Named.class::isInstance)
                .map(Named.class::cast)
                .flatMap(named -> named.candidates().stream())
                .toList();
    }

    private static boolean names(Mention mention, String... names) {
        return mention instanceof Linked
                || mention instanceof Named(List<String> candidates)
                        && candidates.stream().anyMatch(List.of(names)::contains);
    }
}
