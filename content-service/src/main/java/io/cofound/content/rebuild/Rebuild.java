package io.cofound.content.rebuild;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.bson.Document;

/**
 * How far a collection is rebuilt: kept as a document in the collection itself, so that who drops the collection drops it
 * too, and its absence says that documents are missing.
 *
 * @param next the keys being written now; after a crash they are written again first
 * @param last the last key that is written; empty at the start
 * @param documents how many keys are written
 */
record Rebuild(State state, String last, List<String> next, long documents, Instant startedAt, Instant finishedAt) {

    enum State {
        RUNNING,
        DONE
    }

    /** The id of the document. */
    static final String MARKER = "rebuild";

    static final String ID = "_id";
    static final String STATE = "state";
    static final String LAST = "last";
    static final String NEXT = "next";
    static final String DOCUMENTS = "documents";
    static final String STARTED_AT = "startedAt";
    static final String FINISHED_AT = "finishedAt";
    static final String OWNER = "owner";
    static final String OWNED_UNTIL = "ownedUntil";

    static Rebuild of(Document marker) {
        Date finishedAt = marker.getDate(FINISHED_AT);
        return new Rebuild(
                State.valueOf(marker.getString(STATE)),
                marker.getString(LAST),
                marker.getList(NEXT, String.class),
                marker.getLong(DOCUMENTS),
                marker.getDate(STARTED_AT).toInstant(),
                finishedAt == null ? null : finishedAt.toInstant());
    }
}
