package io.cofound.content.draft;

import java.time.Instant;
import java.util.UUID;

/** A draft whose time has come, as it was when it was found. */
record DueDraft(UUID id, UUID authorId, long revision, Instant publishAt) {

    /** Before every other. */
    static final DueDraft NONE = new DueDraft(new UUID(0, 0), null, 0, Instant.EPOCH);
}
