package io.cofound.content.series;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.cofound.contracts.content.PostType;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressProperties {

    private static final List<UUID> IDS = java.util.stream.LongStream.range(1, 12)
            .mapToObj(i -> new UUID(0, i))
            .toList();

    @Property
    void who_does_what_is_next_until_nothing_is_has_done_everything(
            @ForAll("steps") List<Step> steps, @ForAll("done") Set<UUID> alreadyDone) {
        Set<UUID> done = new java.util.HashSet<>(alreadyDone);
        Progress progress = Progress.of(steps, done);
        for (int i = 0; i < steps.size() && progress.nextStep() != null; i++) {
            assertThat(done).doesNotContain(progress.nextStep().postId());
            done.add(progress.nextStep().postId());
            progress = Progress.of(steps, done);
        }
        assertThat(progress.isComplete()).isTrue();
        assertThat(progress.done()).isEqualTo(steps.stream().map(Step::postId).toList());
        assertThat(progress.share()).isEqualTo(steps.isEmpty() ? 0 : 1);
    }

    @Property
    void what_is_not_in_the_series_does_not_count(@ForAll("steps") List<Step> steps, @ForAll("done") Set<UUID> done) {
        Progress progress = Progress.of(steps, done);

        assertThat(progress.share()).isBetween(0.0, 1.0);
        assertThat(progress.done()).isSubsetOf(steps.stream().map(Step::postId).toList());
        assertThat(progress.isComplete()).isEqualTo(progress.done().size() == steps.size());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.of(IDS).list().uniqueElements().map(ids -> ids.stream()
                .map(id -> new Step(id, PostType.NEWS, "Title"))
                .toList());
    }

    @Provide
    Arbitrary<Set<UUID>> done() {
        return Arbitraries.of(IDS).set();
    }
}
