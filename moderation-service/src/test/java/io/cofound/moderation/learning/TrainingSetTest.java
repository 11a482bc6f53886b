package io.cofound.moderation.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.moderation.Label;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TrainingSetTest {

    @Test
    void a_fifth_of_the_decisions_is_held_out_however_their_ids_were_made() {
        for (var ids : List.<java.util.function.Supplier<UUID>>of(UUID::randomUUID, UuidCreator::getTimeOrderedEpoch)) {
            assertThat(Stream.generate(ids).limit(20_000).filter(RuledText::isHeldOut))
                    .hasSizeBetween(3_800, 4_200);
        }
    }

    @Test
    void the_order_in_which_rulings_are_read_changes_nothing() {
        List<RuledText> ruled = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            ruled.add(text(
                    UuidCreator.getTimeOrderedEpoch(),
                    Integer.toString(i * 7_919).repeat(5)));
        }
        TrainingSet set = TrainingSet.of(ruled);
        Collections.shuffle(ruled, new Random(1));

        assertThat(TrainingSet.of(ruled)).isEqualTo(set);
        assertThat(TrainingSet.of(ruled).hash("local")).isEqualTo(set.hash("local"));
        assertThat(set.hash("learnt-1")).isNotEqualTo(set.hash("local"));
    }

    @Test
    void no_text_is_learnt_that_nearly_says_what_is_held_out() {
        String words = "Our accelerator invites twelve teams to Shenzhen in spring";
        RuledText heldOut = text(id(true), words);
        RuledText alike = text(id(false), words + "!");
        RuledText other = text(id(false), "Whoever has moved a monolith to queues, how long did it take you?");

        TrainingSet set = TrainingSet.of(List.of(heldOut, alike, other));

        assertThat(set.learnt()).containsExactly(other);
        assertThat(set.heldOut()).containsExactly(heldOut);
        assertThat(set.tooAlike()).isEqualTo(1);
    }

    private static UUID id(boolean heldOut) {
        return Stream.generate(UUID::randomUUID)
                .filter(id -> RuledText.isHeldOut(id) == heldOut)
                .findFirst()
                .orElseThrow();
    }

    private static RuledText text(UUID id, String text) {
        return new RuledText(id, Label.OK, "en", text);
    }
}
