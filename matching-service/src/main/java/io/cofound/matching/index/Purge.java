package io.cofound.matching.index;

import java.io.IOException;

import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.TieredMergePolicy;

/**
 * Takes what was deleted out of the files. A deleted document is only marked as such, and its text stays in its segment
 * until that is written anew, which Lucene by itself may never do.
 */
final class Purge {

    /** A merge that runs already carries deletions over that came after it began; the next round finds those. */
    private static final int ROUNDS = 3;

    private final IndexWriter writer;
    private volatile boolean wanted;

    Purge(IndexWriter writer) {
        this.writer = writer;
        // From before a crash or a stop; nobody knows what it is.
        this.wanted = writer.hasDeletions();
    }

    /** Every segment with a deletion is written anew, not only those in which there are many. */
    static MergePolicy mergePolicy() {
        return new TieredMergePolicy().setForceMergeDeletesPctAllowed(0);
    }

    /** What was deleted just now must not stay. */
    void want() {
        wanted = true;
    }

    /**
     * Blocks for as long as it takes to write the segments; others may write meanwhile. The old files go with the next
     * commit and the last searcher that has them open.
     *
     * @return whether there was anything to do
     */
    boolean run() throws IOException {
        if (!wanted) {
            return false;
        }
        wanted = false;
        for (int round = 0; round < ROUNDS && writer.hasDeletions(); round++) {
            writer.forceMergeDeletes(true);
        }
        if (writer.hasDeletions()) {
            wanted = true;
        }
        return true;
    }
}
