package io.cofound.moderation.classify;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The meaning of chosen texts, which are embedded once however often they are read; 2 KB each. For texts of the project's
 * own: what members write is not to stay in memory.
 */
final class Remembered {

    static final Remembered NOTHING = new Remembered(Set.of());

    private final Set<String> chosen;
    private final Map<String, float[]> meanings = new ConcurrentHashMap<>();

    /** @param chosen as they are read: normalised, and each window for itself */
    Remembered(Set<String> chosen) {
        this.chosen = chosen;
    }

    /** Shared; not to be written to. */
    float[] of(String text, Supplier<float[]> embedded) {
        return chosen.contains(text) ? meanings.computeIfAbsent(text, ignored -> embedded.get()) : embedded.get();
    }
}
