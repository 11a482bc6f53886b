package io.cofound.moderation.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;

/** Counts in memory until somebody writes the counts down; nothing is lost between counting and writing. */
final class Tally<K> {

    record Count<K>(K of, long times) {}

    private final ConcurrentMap<K, Long> counts = new ConcurrentHashMap<>();
    private final Comparator<K> order;

    /** @param order in which rows are locked, the same everywhere */
    Tally(Comparator<K> order) {
        this.order = order;
    }

    void add(K of) {
        counts.merge(of, 1L, Long::sum);
    }

    /** What could not be written is counted on. */
    Uni<Void> write(Function<List<Count<K>>, Uni<Void>> writer) {
        List<Count<K>> taken = new ArrayList<>();
        for (K key : counts.keySet().stream().sorted(order).toList()) {
            Long times = counts.remove(key);
            if (times != null) {
                taken.add(new Count<>(key, times));
            }
        }
        return taken.isEmpty()
                ? Uni.createFrom().voidItem()
                : writer.apply(taken)
                        .onFailure()
                        .invoke(() -> taken.forEach(count -> counts.merge(count.of(), count.times(), Long::sum)));
    }
}
