package io.cofound.matching.consent;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** What members agreed to. */
@ApplicationScoped
public class Consents {

    private final ConsentRepository consents;

    Consents(ConsentRepository consents) {
        this.consents = consents;
    }

    /** Whether the member wants to be recommended things by what the member writes; false for who never said so. */
    @WithSession
    public Uni<Boolean> recommendation(UUID memberId) {
        return consents.isGiven(memberId);
    }
}
