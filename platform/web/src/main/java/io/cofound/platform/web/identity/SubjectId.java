package io.cofound.platform.web.identity;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.util.UuidValidator;
import io.cofound.platform.web.problem.Problem;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Derives a caller's id from the token alone: the subject if it is a UUID, as Keycloak's are, otherwise a name-based
 * UUID (RFC 9562, version 5) of issuer and subject. No look-up, so no service has to be up for another to know the caller.
 */
final class SubjectId {

    private SubjectId() {}

    static UUID of(JsonWebToken token) {
        return of(token.getIssuer(), token.getSubject());
    }

    static UUID of(String issuer, String subject) {
        if (subject == null || subject.isBlank()) {
            throw Problem.unauthenticated();
        }
        return UuidValidator.isValid(subject)
                ? UUID.fromString(subject)
                : UuidCreator.getNameBasedSha1((issuer + "\n" + subject).getBytes(StandardCharsets.UTF_8));
    }
}
