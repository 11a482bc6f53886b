package io.cofound.testing;

import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

/** Access tokens as the platform's OIDC provider would issue them, and such as it never would. */
public final class TestTokens {

    private static final String AUDIENCE = "cofound-api";

    private TestTokens() {}

    public static String of(Person person) {
        return sign(claims(person), provider().signingKey());
    }

    /** For many callers in one test; the subject is the member's id. */
    public static String ofSubject(String subject) {
        return sign(
                claims(Person.STRANGER).subject(subject).preferredUserName(subject),
                provider().signingKey());
    }

    public static String expired(Person person) {
        Instant past = Instant.now().minus(Duration.ofHours(2));
        return sign(
                claims(person).issuedAt(past).expiresAt(past.plusSeconds(60)),
                provider().signingKey());
    }

    /** Signed by somebody else's key. */
    public static String foreign(Person person) {
        return sign(claims(person), OidcProvider.newKeys().getPrivate());
    }

    /** Meant for another application. */
    public static String forAnotherAudience(Person person) {
        return sign(claims(person).audience("another-api"), provider().signingKey());
    }

    /** With {@code alg: none}. */
    public static String unsigned(Person person) {
        String payload = of(person).split("\\.")[1];
        String header = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
        return header + "." + payload + ".";
    }

    private static JwtClaimsBuilder claims(Person person) {
        return Jwt.claims()
                .issuer(provider().issuer())
                .subject(person.id().toString())
                .audience(AUDIENCE)
                .preferredUserName(person.userName())
                .claim("name", person.displayName())
                .claim("roles", new HashSet<>(person.roles()))
                .issuedAt(Instant.now())
                .expiresIn(Duration.ofHours(1));
    }

    private static String sign(JwtClaimsBuilder claims, PrivateKey key) {
        return claims.jws().keyId(OidcProvider.KEY_ID).sign(key);
    }

    private static OidcProvider provider() {
        return InfrastructureTestResource.current().oidc();
    }
}
