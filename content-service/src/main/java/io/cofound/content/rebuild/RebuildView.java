package io.cofound.content.rebuild;

import java.time.Instant;

/**
 * How far a collection is rebuilt.
 *
 * @param state RUNNING, DONE, or MISSING for a collection that is not there and is about to be rebuilt
 * @param documents how many documents were looked at, since it began
 * @param startedAt null while it is missing
 * @param finishedAt null while it is not done
 */
record RebuildView(String collection, String state, long documents, Instant startedAt, Instant finishedAt) {

    static RebuildView of(String collection, Rebuild rebuild) {
        return rebuild == null
                ? new RebuildView(collection, "MISSING", 0, null, null)
                : new RebuildView(
                        collection,
                        rebuild.state().name(),
                        rebuild.documents(),
                        rebuild.startedAt(),
                        rebuild.finishedAt());
    }
}
