package io.cofound.moderation.learning;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.moderation.learning.Replay.Kind;
import io.cofound.moderation.learning.Replay.Outcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReplayTest {

    private static final Outcome FINE = new Outcome(Action.PUBLISH, Label.OK);
    private static final Outcome HELD = new Outcome(Action.HOLD, Label.SPAM);
    private static final Outcome REJECTED = new Outcome(Action.REJECT, Label.SPAM);

    private final Replay.Builder replay = new Replay.Builder();

    @Test
    void tells_what_changes_by_kind_and_language_most_frequent_first() {
        judged("en", FINE, FINE, 0.02);
        judged("en", FINE, HELD, 0.91);
        judged("zh", HELD, REJECTED, 1);
        judged("zh", HELD, REJECTED, 1);

        Replay told = replay.build(Instant.EPOCH, true);

        assertThat(told.texts()).isEqualTo(4);
        assertThat(told.changed()).isEqualTo(3);
        assertThat(told.kinds()).containsExactly(new Kind("zh", HELD, REJECTED, 2), new Kind("en", FINE, HELD, 1));
        assertThat(told.decisions()).extracting(Replay.Change::to).containsExactly(HELD, REJECTED, REJECTED);
        assertThat(told.risks()).containsExactly(1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 3L);
    }

    @Test
    void counts_all_changes_and_lists_some() {
        for (int i = 0; i < Replay.Builder.MOST_LISTED + 5; i++) {
            judged("en", FINE, HELD, 0.5);
        }

        Replay told = replay.build(Instant.EPOCH, false);

        assertThat(told.changed()).isEqualTo(Replay.Builder.MOST_LISTED + 5);
        assertThat(told.decisions()).hasSize(Replay.Builder.MOST_LISTED);
    }

    @Test
    void is_kept_and_read_as_it_was() {
        judged("en", FINE, HELD, 0.5);
        Replay told = replay.build(Instant.now(), true);

        assertThat(Json.read(Json.write(told), Replay.class)).isEqualTo(told);
    }

    private void judged(String language, Outcome from, Outcome to, double risk) {
        replay.add(UUID.randomUUID(), language, from, to, risk);
    }
}
