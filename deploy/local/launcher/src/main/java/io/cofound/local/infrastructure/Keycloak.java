package io.cofound.local.infrastructure;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.cofound.local.process.ProcessSpec;
import io.cofound.local.process.Readiness;

/**
 * Keycloak with the realm {@code cofound}, which is imported when the database does not hold it yet. Its database is in
 * the stack's PostgreSQL, which must be ready.
 *
 * @param dataFolder the stack's data folder
 */
public record Keycloak(Path dataFolder, Ports ports) {

    /** The first time in a checkout this builds Keycloak for PostgreSQL, which takes some twenty seconds. */
    public ProcessSpec spec() {
        var checkout = Checkout.find();
        var distribution = KeycloakDistribution.in(checkout.built("launcher").resolve("dist"));
        distribution.build();
        distribution.provideRealm(checkout.realm());
        return new ProcessSpec(
                "keycloak",
                distribution.command(256, arguments()),
                Map.of("KC_DB_PASSWORD", Credentials.in(dataFolder).password("keycloak")),
                dataFolder.resolve("keycloak").toAbsolutePath(),
                List.of(ports.keycloak()),
                Readiness.http(URI.create("http://127.0.0.1:%d/realms/cofound/.well-known/openid-configuration"
                        .formatted(ports.keycloak()))),
                // The first start creates some hundred tables.
                Duration.ofSeconds(180),
                Duration.ofSeconds(20),
                dataFolder.resolve("logs/keycloak.log").toAbsolutePath());
    }

    private List<String> arguments() {
        return List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + ports.keycloak(),
                "--hostname=http://localhost:" + ports.keycloak(),
                "--cache=local",
                "--db-url=jdbc:postgresql://127.0.0.1:%d/keycloak".formatted(ports.postgres()),
                "--db-username=keycloak",
                "--db-pool-max-size=10",
                "--log-level=warn");
    }

    /** For {@code OIDC_ISSUER}. */
    public String issuer() {
        return "http://localhost:%d/realms/cofound".formatted(ports.keycloak());
    }
}
