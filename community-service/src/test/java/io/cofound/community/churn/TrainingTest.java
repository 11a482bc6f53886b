package io.cofound.community.churn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TrainingTest {

    private final Random random = new Random(11);

    @Test
    void learns_that_those_who_fell_silent_are_about_to_be_lost() {
        List<Snapshot> past = past(3_000, behaviour -> random.nextDouble() < behaviour.idleDays() / 90.0);

        LearnedModel model = Training.learn(past, Instant.EPOCH).orElseThrow();

        assertThat(model.brier()).isLessThan(model.baselineBrier());
        assertThat(model.assess(behaviour(80)).risk()).isGreaterThan(0.7);
        assertThat(model.assess(behaviour(5)).risk()).isLessThan(0.2);
    }

    @Test
    void says_probabilities_that_are_kept() {
        List<Snapshot> past = past(20_000, behaviour -> random.nextDouble() < behaviour.idleDays() / 90.0);

        LearnedModel model = Training.learn(past, Instant.EPOCH).orElseThrow();

        double foreseen = past.stream()
                .mapToDouble(snapshot -> model.assess(snapshot.behaviour()).risk())
                .average()
                .orElseThrow();
        double happened = past.stream().filter(Snapshot::churned).count() / (double) past.size();
        assertThat(foreseen).isCloseTo(happened, within(0.03));
    }

    @Test
    void learns_nothing_from_too_little() {
        assertThat(Training.learn(past(499, behaviour -> behaviour.idleDays() > 45), Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void learns_nothing_where_hardly_anybody_is_lost() {
        int[] lost = {0};

        assertThat(Training.learn(past(2_000, behaviour -> lost[0]++ < 49), Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void gains_nothing_from_chance() {
        List<Snapshot> past = past(5_000, behaviour -> random.nextBoolean());

        double gain = Training.learn(past, Instant.EPOCH)
                .map(model -> model.baselineBrier() - model.brier())
                .orElse(0.0);

        assertThat(gain).isLessThan(0.005);
    }

    private List<Snapshot> past(int size, Predicate<Behaviour> churned) {
        List<Snapshot> snapshots = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Behaviour behaviour = behaviour(1 + random.nextInt(90));
            snapshots.add(
                    new Snapshot(new UUID(random.nextLong(), random.nextLong()), behaviour, churned.test(behaviour)));
        }
        return snapshots;
    }

    private Behaviour behaviour(int idleDays) {
        int lately = idleDays > 30 ? 0 : random.nextInt(10);
        return new Behaviour(idleDays, lately, lately + random.nextInt(10), 1, random.nextInt(9), 0, 0, 100, 1, 0);
    }
}
