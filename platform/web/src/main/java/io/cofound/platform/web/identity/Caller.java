package io.cofound.platform.web.identity;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.cofound.platform.web.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes this request. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** For code that works outside a JAX-RS request, as a route of the gateway does. */
    public static Caller of(SecurityIdentity identity) {
        return new Caller(identity);
    }

    /**
     * @return the caller's id, the same in every service without asking one
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 401 when nobody is signed in
     */
    public UUID id() {
        return optionalId().orElseThrow(Problem::unauthenticated);
    }

    /** Empty when nobody is signed in. */
    public Optional<UUID> optionalId() {
        return token().map(SubjectId::of);
    }

    public boolean has(Role role) {
        return identity.hasRole(role.claim());
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 401 or 403 */
    public void require(Role role) {
        id();
        if (!has(role)) {
            throw Problem.forbidden("role-required", "This needs the role " + role.claim() + ".");
        }
    }

    /** The name to show for the caller, from the token; never empty. */
    public String displayName() {
        return claim("name").or(() -> claim("preferred_username")).orElse("member");
    }

    /** Empty when nobody is signed in or the token does not say it. */
    public Optional<String> claim(String name) {
        return token().map(token -> token.<Object>getClaim(name)).map(Object::toString);
    }

    private Optional<JsonWebToken> token() {
        return identity.getPrincipal() instanceof JsonWebToken token && !identity.isAnonymous()
                ? Optional.of(token)
                : Optional.empty();
    }
}
