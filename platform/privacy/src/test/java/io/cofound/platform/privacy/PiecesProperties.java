package io.cofound.platform.privacy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cofound.contracts.privacy.ExportGathered;
import io.cofound.contracts.privacy.ExportRequested;
import io.cofound.platform.privacy.PersonalData.Holding;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PiecesProperties {

    /** What a broker takes by default, less some headers. */
    private static final int RECORD_LIMIT = 1_000_000;

    private static final JsonMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    private final Pieces pieces = new Pieces(JSON);

    @Property(tries = 60)
    void what_was_cut_is_whole_again_when_joined(@ForAll("texts") List<String> texts) {
        List<ExportGathered> cut = cut(new Holding("notes", texts));

        assertThat(read(cut, "notes")).isEqualTo(texts);
    }

    @Property(tries = 60)
    void every_piece_fits_into_a_record(@ForAll("texts") List<String> texts) {
        assertThat(cut(new Holding("notes", texts)))
                .allSatisfy(piece -> assertThat(JSON.writeValueAsString(piece).getBytes(StandardCharsets.UTF_8))
                        .hasSizeLessThan(RECORD_LIMIT / 2));
    }

    @Property(tries = 20)
    void pieces_are_counted_from_one_to_the_last(@ForAll("texts") List<String> texts) {
        List<ExportGathered> cut = cut(new Holding("notes", texts), new Holding("drafts", texts));

        assertThat(cut).extracting(ExportGathered::of).containsOnly(cut.size());
        assertThat(cut.getFirst().number()).isOne();
        assertThat(cut.getLast().number()).isEqualTo(cut.size());
        assertThat(cut).extracting(ExportGathered::number).isSorted().doesNotHaveDuplicates();
    }

    @Example
    void one_chinese_text_that_is_longer_than_a_record_is_cut() {
        String text = "创业者社区的一篇很长的文章。".repeat(60_000);
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(2 * RECORD_LIMIT);

        List<ExportGathered> cut = cut(new Holding("posts", List.of(Map.of("body", text))));

        assertThat(cut).hasSizeGreaterThan(5);
        assertThat(read(cut, "posts")).isEqualTo(List.of(Map.of("body", text)));
    }

    @Example
    void a_cut_never_falls_into_a_character() {
        for (int shift = 0; shift < 2; shift++) {
            String text = "x".repeat(shift) + "🚀".repeat(Pieces.LONGEST);

            assertThat(cut(new Holding("posts", List.of(text)))).allSatisfy(piece -> assertThat(
                            StandardCharsets.UTF_8.newEncoder().canEncode(piece.items()))
                    .isTrue());
        }
    }

    @Example
    void holdings_of_one_name_become_one_file() {
        assertThat(read(cut(new Holding("notes", List.of("a")), new Holding("notes", List.of("b"))), "notes"))
                .isEqualTo(List.of("a", "b"));
    }

    @Example
    void a_service_that_keeps_nothing_says_so() {
        assertThat(cut()).singleElement().satisfies(piece -> {
            assertThat(piece.of()).isOne();
            assertThat(read(List.of(piece), piece.name())).isEqualTo(List.of());
        });
    }

    @Example
    void a_name_that_is_none_for_a_file_is_refused_where_it_is_made() {
        assertThatThrownBy(() -> new Holding("../posts", List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> units = Arbitraries.of("知", "a", "\"", "\\", "\n", "🚀", "\u0001", "é");
        Arbitrary<String> text = units.list().ofMinSize(1).ofMaxSize(5).flatMap(few -> Arbitraries.integers()
                .between(0, 60_000)
                .map(times -> String.join("", few).repeat(times)));
        return text.list().ofMaxSize(4);
    }

    private List<ExportGathered> cut(Holding... holdings) {
        var request = new ExportRequested(UUID.randomUUID(), UUID.randomUUID(), Instant.now());
        return pieces.of(request, "notes-service", List.of(holdings));
    }

    private static List<?> read(List<ExportGathered> pieces, String name) {
        String array = pieces.stream()
                .collect(groupingBy(ExportGathered::name, mapping(ExportGathered::items, joining())))
                .get(name);
        try {
            return JSON.readValue(array, new TypeReference<List<?>>() {});
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError("the joined pieces are no JSON", e);
        }
    }
}
