package io.cofound.moderation.queue;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;

/** How a case stands. */
sealed interface CaseState {

    /** Anybody who may can take it. */
    record Open() implements CaseState {}

    /** Somebody has it for a while. */
    record Claimed(UUID by, Instant until) implements CaseState {}

    record Resolved(UUID by, Label label, Action action, Instant at) implements CaseState {}

    /** What it asked about is gone: removed, replaced, or its author erased. */
    record Withdrawn(Instant at) implements CaseState {}

    /** As clients name it. */
    default Name name() {
        return switch (this) {
            case Open() -> Name.OPEN;
            case Claimed claimed -> Name.CLAIMED;
            case Resolved resolved -> Name.RESOLVED;
            case Withdrawn withdrawn -> Name.WITHDRAWN;
        };
    }

    enum Name {
        OPEN,
        CLAIMED,
        RESOLVED,
        WITHDRAWN
    }
}
