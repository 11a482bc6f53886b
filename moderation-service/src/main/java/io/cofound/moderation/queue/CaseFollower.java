package io.cofound.moderation.queue;

import java.util.UUID;

import io.smallrye.mutiny.Uni;

/** What else happens when a case is closed; every feature that acts on it is one. */
public interface CaseFollower {

    /** Somebody answered. Joins the transaction in which the case is resolved. */
    Uni<Void> resolved(ResolvedCase resolved);

    /** Nobody needs to answer any more. Joins the transaction in which that is noted. */
    Uni<Void> withdrawn(UUID caseId);
}
