package io.cofound.moderation.learning;

import java.util.ArrayList;
import java.util.List;

import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TallyTest {

    private final Tally<String> tally = new Tally<>(String::compareTo);
    private final List<Tally.Count<String>> written = new ArrayList<>();

    @Test
    void writes_each_count_once_in_the_same_order_everywhere() {
        List.of("b", "a", "b").forEach(tally::add);

        write();
        write();

        assertThat(written).containsExactly(new Tally.Count<>("a", 1), new Tally.Count<>("b", 2));
    }

    @Test
    void what_could_not_be_written_is_written_later() {
        tally.add("a");
        assertThatThrownBy(
                        () -> tally.write(counts -> Uni.createFrom().failure(new IllegalStateException("no database")))
                                .await()
                                .indefinitely())
                .hasMessage("no database");
        tally.add("a");

        write();

        assertThat(written).containsExactly(new Tally.Count<>("a", 2));
    }

    private void write() {
        tally.write(counts -> {
                    written.addAll(counts);
                    return Uni.createFrom().voidItem();
                })
                .await()
                .indefinitely();
    }
}
