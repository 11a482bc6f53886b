package io.cofound.content.community;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.privacy.ErasedMembers;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.problem.Problem;
import io.smallrye.mutiny.Uni;

/**
 * Keeps a member from being erased while something of the member is written, also where no membership is asked for. A
 * request that waited out the erasure writes nothing any more.
 */
@ApplicationScoped
public class Presence {

    /**
     * Somebody who is signed in.
     *
     * @param since when the token was issued; an erasure after it is of this somebody
     */
    public record SignedIn(UUID id, Instant since) {

        /** @throws io.quarkiverse.resteasy.problem.HttpProblem 401 when nobody is */
        public static SignedIn of(Caller caller) {
            // Without a time of issue it cannot be newer than any erasure.
            return new SignedIn(
                    caller.id(),
                    caller.claim("iat")
                            .map(Long::valueOf)
                            .map(Instant::ofEpochSecond)
                            .orElse(Instant.EPOCH));
        }
    }

    private final ErasedMembers erased;

    Presence(ErasedMembers erased) {
        this.erased = erased;
    }

    /** Needs a transaction, as its first step. Fails with 410 where the member was erased. */
    public Uni<Void> hold(SignedIn member) {
        return erased.isErased(member.id(), member.since())
                .invoke(gone -> {
                    if (gone) {
                        throw Problem.gone(
                                "member-erased", "Your account here was erased. Sign in again to start anew.");
                    }
                })
                .replaceWithVoid();
    }
}
