package io.cofound.local.infrastructure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.cofound.local.process.ProcessSpec;
import io.cofound.local.process.Readiness;

/**
 * One Kafka node. The services' listener asks for no sign-in; partners sign in on theirs and may read {@code public.*}.
 *
 * @param dataFolder the stack's data folder
 */
public record Kafka(Path dataFolder, Ports ports) {

    public ProcessSpec spec() {
        var data = dataFolder.resolve("kafka").toAbsolutePath();
        return new ProcessSpec(
                "kafka",
                Jvm.command(
                        Checkout.find().built("broker"),
                        256,
                        "io.cofound.local.broker.Broker",
                        data,
                        ports.kafka(),
                        ports.kafkaPartners(),
                        ports.kafkaController()),
                Map.of(),
                data,
                List.of(ports.kafka(), ports.kafkaPartners(), ports.kafkaController()),
                Readiness.pidFile(data.resolve("ready.pid")),
                Duration.ofSeconds(90),
                Duration.ofSeconds(20),
                dataFolder.resolve("logs/kafka.log").toAbsolutePath());
    }

    /** For {@code KAFKA_BOOTSTRAP_SERVERS}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + ports.kafka();
    }

    /** Where the user {@code partner} signs in with SCRAM-SHA-256 and the password {@code partner}. */
    public String partnerBootstrapServers() {
        return "127.0.0.1:" + ports.kafkaPartners();
    }
}
