package io.cofound.moderation.egress;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/** The ledger of what leaves the process. Every method joins the caller's transaction. */
@ApplicationScoped
public class Egress {

    private final EgressRepository passages;

    Egress(EgressRepository passages) {
        this.passages = passages;
    }

    /** To be committed before anything is sent. */
    public Uni<Void> begin(Passage passage) {
        return passages.persist(passage).replaceWithVoid();
    }

    /** @param costMicros millionths of the budget's currency */
    public Uni<Void> end(UUID id, Outcome outcome, long costMicros, long millis) {
        return passages.end(id, outcome, costMicros, millis);
    }

    /** What was spent on one revision of something. */
    public Uni<Spending> spentOn(UUID subjectId, long subjectRevision) {
        return passages.spentOn(subjectId, subjectRevision);
    }

    /** Nothing was sent after all. */
    public Uni<Void> cancel(UUID id) {
        return passages.deleteById(id).replaceWithVoid();
    }
}
