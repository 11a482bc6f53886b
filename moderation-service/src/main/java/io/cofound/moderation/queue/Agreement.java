package io.cofound.moderation.queue;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** How far moderators agree with each other, for whoever reports on quality. */
@ApplicationScoped
public class Agreement {

    private final CaseRepository cases;

    Agreement(CaseRepository cases) {
        this.cases = cases;
    }

    /** Of blind second reviews since then. */
    @WithSession
    public Uni<Kappa> since(Instant since) {
        return cases.secondReviews(since).map(Kappa::of);
    }
}
