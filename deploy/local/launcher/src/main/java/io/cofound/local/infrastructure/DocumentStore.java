package io.cofound.local.infrastructure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.cofound.local.process.ProcessSpec;
import io.cofound.local.process.Readiness;

/**
 * The stand-in for MongoDB: its protocol, for documents by key.
 *
 * @param dataFolder the stack's data folder
 */
public record DocumentStore(Path dataFolder, Ports ports) {

    public ProcessSpec spec() {
        var data = dataFolder.resolve("documents").toAbsolutePath();
        return new ProcessSpec(
                "documents",
                Jvm.command(
                        Checkout.find().built("document-store"),
                        128,
                        "io.cofound.local.documents.DocumentStore",
                        data,
                        ports.documents()),
                Map.of(),
                data,
                List.of(ports.documents()),
                Readiness.tcp(ports.documents()),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                dataFolder.resolve("logs/documents.log").toAbsolutePath());
    }

    /** For {@code MONGODB_URI}. */
    public String uri() {
        return "mongodb://127.0.0.1:" + ports.documents();
    }
}
