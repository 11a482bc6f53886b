package io.cofound.community.community;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/** Placeholder until the community feature brings its own. */
@ApplicationScoped
public class Ownership {

    public Uni<Void> giveUp(UUID memberId) {
        return Uni.createFrom().voidItem();
    }
}
