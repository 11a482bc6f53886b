package io.cofound.local.infrastructure;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Where a service finds everything it needs, as environment variables. The password in it is a secret. */
public final class ServiceEnvironment {

    private static final List<String> MODEL_SETTINGS = List.of("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL");

    private ServiceEnvironment() {}

    /**
     * @param service for example {@code content}
     * @param dataFolder the stack's data folder
     */
    public static Map<String, String> of(String service, Path dataFolder, Ports ports) {
        var variables = new TreeMap<String, String>();
        variables.put("HTTP_PORT", "" + ports.of(service));
        variables.put("KAFKA_BOOTSTRAP_SERVERS", new Kafka(dataFolder, ports).bootstrapServers());
        variables.put("MONGODB_URI", new DocumentStore(dataFolder, ports).uri());
        variables.put("OIDC_ISSUER", new Keycloak(dataFolder, ports).issuer());
        variables.put(
                "DATA_DIR",
                dataFolder.resolve("services").resolve(service).toAbsolutePath().toString());
        if (Credentials.OWNERS.contains(service)) {
            var postgres = new Postgres(dataFolder, ports);
            variables.put("POSTGRES_URL", postgres.url());
            variables.put("POSTGRES_DATABASE", service);
            variables.put("POSTGRES_USER", service);
            variables.put("POSTGRES_PASSWORD", postgres.password(service));
        }
        if (service.equals("gateway")) {
            for (var other : List.of("community", "content", "event", "matching", "moderation")) {
                variables.put(other.toUpperCase(Locale.ROOT) + "_URL", "http://127.0.0.1:" + ports.of(other));
            }
        }
        for (var setting : MODEL_SETTINGS) {
            var given = System.getenv(setting);
            if (given != null) {
                variables.put(setting, given);
            }
        }
        return variables;
    }
}
