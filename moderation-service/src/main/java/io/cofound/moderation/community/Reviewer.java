package io.cofound.moderation.community;

import java.time.Instant;
import java.util.UUID;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.identity.Role;

/**
 * Who asks for what is moderated.
 *
 * @param platform whether the role is of the whole platform
 * @param since when the token was issued; an erasure after it is of this somebody
 */
public record Reviewer(UUID id, boolean platform, Instant since) {

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 401 when nobody is signed in */
    public static Reviewer of(Caller caller) {
        UUID id = caller.id();
        // Without a time of issue it cannot be newer than any erasure.
        Instant since = caller.claim("iat")
                .map(Long::valueOf)
                .map(Instant::ofEpochSecond)
                .orElse(Instant.EPOCH);
        return new Reviewer(id, caller.has(Role.MODERATOR), since);
    }
}
