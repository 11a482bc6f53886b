package io.cofound.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.cofound.local.infrastructure.LocalInfrastructure;
import io.cofound.local.infrastructure.LocalInfrastructure.Part;
import io.cofound.local.infrastructure.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * The real broker, database and document store, and a token issuer, for one module's {@code @QuarkusTest}s:
 * {@code @QuarkusTestResource(value = InfrastructureTestResource.class, initArgs = @ResourceArg(name = "service", value = "content"))}.
 * Everything starts empty and is gone afterwards.
 */
public final class InfrastructureTestResource implements QuarkusTestResourceLifecycleManager {

    private static InfrastructureTestResource current;

    private String service;
    private Path folder;
    private LocalInfrastructure infrastructure;
    private OidcProvider oidc;

    @Override
    public void init(Map<String, String> args) {
        service = args.get("service");
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("cofound-it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        infrastructure = LocalInfrastructure.start(folder, Ports.free(), Part.KAFKA, Part.POSTGRES, Part.DOCUMENTS);
        oidc = new OidcProvider();
        current = this;
        Map<String, String> config = new HashMap<>(infrastructure.environment(service));
        config.put("OIDC_ISSUER", oidc.issuer());
        config.put("DATA_DIR", folder.resolve("service").toString());
        config.remove("HTTP_PORT");
        return config;
    }

    @Override
    public void stop() {
        if (oidc != null) {
            oidc.close();
        }
        if (infrastructure != null) {
            infrastructure.close();
        }
        deleteFolder();
        current = null;
    }

    /** The infrastructure of the tests that run now, for those that stop a part of it. */
    public static LocalInfrastructure infrastructure() {
        return current().infrastructure;
    }

    static InfrastructureTestResource current() {
        if (current == null) {
            throw new IllegalStateException("the test is not annotated with InfrastructureTestResource");
        }
        return current;
    }

    OidcProvider oidc() {
        return oidc;
    }

    String bootstrapServers() {
        return infrastructure.environment(service).get("KAFKA_BOOTSTRAP_SERVERS");
    }

    private void deleteFolder() {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
