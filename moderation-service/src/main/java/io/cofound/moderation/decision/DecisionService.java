package io.cofound.moderation.decision;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.classify.Classification;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.identity.Role;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class DecisionService {

    private final DecisionRepository decisions;
    private final Outbox outbox;

    DecisionService(DecisionRepository decisions, Outbox outbox) {
        this.decisions = decisions;
        this.outbox = outbox;
    }

    /**
     * Passes the judgement, unless one was passed on that revision before. Joins the caller's transaction.
     *
     * @param trustLevel the author's, 0 to 4, by which it was judged
     */
    @WithTransaction
    Uni<Void> decide(Subject subject, int trustLevel, Classification classification) {
        Decision decision = new Decision(subject, trustLevel, classification);
        return decisions
                .addIfNew(decision)
                .chain(isNew -> isNew
                        ? outbox.publish(decision.made())
                        : Uni.createFrom().voidItem());
    }

    /** For moderators, and for the author, who may answer to it; to others it does not exist. */
    @WithSession
    Uni<DecisionView> get(UUID id, Caller caller) {
        UUID reader = caller.id();
        boolean moderates = caller.has(Role.MODERATOR);
        return decisions.findById(id).map(decision -> {
            if (decision == null || !moderates && !decision.authorId.equals(reader)) {
                throw Problem.notFound("decision");
            }
            return DecisionView.of(decision);
        });
    }
}
