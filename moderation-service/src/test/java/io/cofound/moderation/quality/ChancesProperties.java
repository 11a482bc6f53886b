package io.cofound.moderation.quality;

import java.util.UUID;
import java.util.stream.IntStream;

import com.github.f4b6a3.uuid.UuidCreator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ChancesProperties {

    private static final Chances CHANCES = new Chances(0.01, 10, 20);

    @Property
    void everybody_has_a_chance_and_nobody_more_than_certainty(
            @ForAll @IntRange(min = 1, max = 1_000_000) int inLanguage,
            @ForAll @IntRange(min = 1, max = 1_000_000) int inCommunity) {
        assertThat(CHANCES.of(inLanguage, inCommunity)).isGreaterThan(0).isLessThanOrEqualTo(1);
    }

    @Property
    void few_texts_of_a_language_are_drawn_up_to_the_floor_and_many_by_the_share(
            @ForAll @IntRange(min = 10, max = 100_000) int inLanguage) {
        assertThat(inLanguage * CHANCES.of(inLanguage, 1)).isCloseTo(Math.max(10, inLanguage * 0.01), within(1e-9));
    }

    @Property
    void of_no_community_more_are_drawn_than_the_cap(@ForAll @IntRange(min = 1, max = 1_000_000) int texts) {
        assertThat(texts * CHANCES.of(texts, texts)).isLessThanOrEqualTo(20 + 1e-9);
    }

    @Example
    void where_there_is_no_floor_the_share_is_the_chance_of_the_first_text_too() {
        assertThat(new Chances(0.05, 0, 20).before(0)).isEqualTo(0.05);
    }

    /** Otherwise weights would be wrong. */
    @Property(tries = 5_000)
    void counting_as_far_as_needed_draws_the_same_with_the_same_chance_as_counting_all(
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double lot,
            @ForAll @IntRange(min = 1, max = 20_000) int inLanguage,
            @ForAll @IntRange(min = 1, max = 20_000) int inCommunity) {
        long language = Math.min(inLanguage, CHANCES.countedInLanguage(lot));
        long community = Math.min(inCommunity, CHANCES.countedInCommunity(lot));
        double whole = CHANCES.of(inLanguage, inCommunity);
        double counted = CHANCES.of(language, community);

        assertThat(lot < counted).isEqualTo(lot < whole);
        if (lot < whole) {
            assertThat(counted).isEqualTo(whole);
        }
    }

    @Example
    void lots_are_even_although_ids_of_one_moment_follow_each_other() {
        int[] tenths = new int[10];
        IntStream.range(0, 100_000).forEach(i -> tenths[(int) (10 * Chances.lot(UuidCreator.getTimeOrderedEpoch()))]++);

        for (int tenth : tenths) {
            // Four standard deviations are 380.
            assertThat(tenth).isBetween(9_500, 10_500);
        }
    }

    @Property
    void a_text_has_the_same_lot_however_often_it_is_asked(@ForAll long most, @ForAll long least) {
        assertThat(Chances.lot(new UUID(most, least)))
                .isEqualTo(Chances.lot(new UUID(most, least)))
                .isBetween(0.0, 1.0);
    }
}
