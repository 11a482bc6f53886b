package io.cofound.content.diff;

import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

class TextDiffTest {

    @Test
    void words_that_changed_stand_among_those_that_did_not() {
        assertThat(TextDiff.words("We sold ten units.", "We sold 12 units!"))
                .containsExactly(
                        new Piece(Op.SAME, "We sold "),
                        new Piece(Op.REMOVED, "ten"),
                        new Piece(Op.ADDED, "12"),
                        new Piece(Op.SAME, " units"),
                        new Piece(Op.REMOVED, "."),
                        new Piece(Op.ADDED, "!"));
    }

    @Test
    void a_chinese_sentence_is_not_one_word() {
        assertThat(TextDiff.words("我们找到客户", "我们找到用户"))
                .containsExactly(
                        new Piece(Op.SAME, "我们找到"),
                        new Piece(Op.REMOVED, "客"),
                        new Piece(Op.ADDED, "用"),
                        new Piece(Op.SAME, "户"));
    }

    @Test
    void a_changed_line_shows_which_of_its_words_changed() {
        assertThat(TextDiff.lines("one\ntwo words\nthree", "one\ntwo letters\nthree\nfour"))
                .containsExactly(
                        new Line(Op.SAME, "one", null),
                        new Line(
                                Op.REMOVED,
                                "two words",
                                List.of(new Piece(Op.SAME, "two "), new Piece(Op.REMOVED, "words"))),
                        new Line(
                                Op.ADDED,
                                "two letters",
                                List.of(new Piece(Op.SAME, "two "), new Piece(Op.ADDED, "letters"))),
                        new Line(Op.SAME, "three", null),
                        new Line(Op.ADDED, "four", null));
    }

    @Test
    void tags_are_compared_one_by_one() {
        assertThat(TextDiff.items(List.of("ai", "java"), List.of("ai", "llm")))
                .containsExactly(new Piece(Op.SAME, "ai"), new Piece(Op.REMOVED, "java"), new Piece(Op.ADDED, "llm"));
    }

    @Test
    void of_nothing_all_is_new() {
        assertThat(TextDiff.lines("", "one\ntwo")).extracting(Line::op).containsExactly(Op.ADDED, Op.ADDED);
        assertThat(TextDiff.words("", "")).isEmpty();
    }

    @Test
    @Timeout(30)
    void texts_with_nothing_in_common_take_no_longer_than_they_may() {
        String before = IntStream.range(0, 12_000).mapToObj(i -> "a" + i % 97).collect(joining("\n"));
        String after = IntStream.range(0, 12_000).mapToObj(i -> "b" + i % 89).collect(joining("\n"));

        assertThat(TextDiff.lines(before, after)).hasSize(24_000);
        assertThat(TextDiff.words(before.replace('\n', ' '), after.replace('\n', ' ')))
                .hasSize(2);
    }

    @Property
    void both_texts_can_be_read_from_what_is_between_them(
            @ForAll("texts") String before, @ForAll("texts") String after) {
        assertThat(read(TextDiff.words(before, after), Op.ADDED)).isEqualTo(before);
        assertThat(read(TextDiff.words(before, after), Op.REMOVED)).isEqualTo(after);
        List<Line> lines = TextDiff.lines(before, after);
        assertThat(lines.stream()
                        .filter(l -> l.op() != Op.ADDED)
                        .map(Line::text)
                        .collect(joining("\n")))
                .isEqualTo(before);
        assertThat(lines.stream()
                        .filter(l -> l.op() != Op.REMOVED)
                        .map(Line::text)
                        .collect(joining("\n")))
                .isEqualTo(after);
        assertThat(lines).allSatisfy(line -> {
            if (line.words() != null) {
                assertThat(line.words().stream().map(Piece::text).collect(joining()))
                        .isEqualTo(line.text());
            }
        });
    }

    @Property
    void a_text_is_no_different_from_itself(@ForAll("texts") String text) {
        assertThat(TextDiff.lines(text, text)).extracting(Line::op).allMatch(op -> op == Op.SAME);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", " ", "\n", "语", "言", "-", "ab")
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces));
    }

    private static String read(List<Piece> pieces, Op without) {
        return pieces.stream()
                .filter(piece -> piece.op() != without)
                .map(Piece::text)
                .collect(joining());
    }
}
