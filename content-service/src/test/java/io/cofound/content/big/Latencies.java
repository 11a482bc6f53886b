package io.cofound.content.big;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How long calls took, by what was called: one caller on the same machine, its own time counted in. */
final class Latencies {

    private static final int ROUNDS = 200;

    private final Map<String, long[]> micros = new TreeMap<>();

    interface Call {
        void number(int i) throws Exception;
    }

    void measure(String what, Call call) throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            call.number(i);
        }
        long[] taken = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            call.number(i);
            taken[i] = (System.nanoTime() - start) / 1_000;
        }
        Arrays.sort(taken);
        micros.put(what, taken);
    }

    /** In microseconds. */
    long median(String what) {
        return micros.get(what)[ROUNDS / 2];
    }

    @Override
    public String toString() {
        return micros.entrySet().stream()
                .map(entry -> "  %-45s p50 %6.1f ms   p95 %6.1f ms"
                        .formatted(
                                entry.getKey(),
                                entry.getValue()[ROUNDS / 2] / 1_000.0,
                                entry.getValue()[ROUNDS * 95 / 100] / 1_000.0))
                .collect(Collectors.joining("\n"));
    }
}
