package io.cofound.local.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** What this node is told; everything not named here is Kafka's default. */
record BrokerConfiguration(Path data, int servicesPort, int partnersPort, int controllerPort) {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    Path logs() {
        return data.resolve("logs");
    }

    Properties properties() {
        var properties = new Properties();
        properties.putAll(listeners());
        properties.putAll(access());
        properties.putAll(singleNode());
        properties.putAll(storage());
        return properties;
    }

    private Map<String, String> listeners() {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "" + NODE_ID,
                "listeners",
                "SERVICES://127.0.0.1:%d,PARTNERS://127.0.0.1:%d,%s://127.0.0.1:%d"
                        .formatted(servicesPort, partnersPort, CONTROLLER_LISTENER, controllerPort),
                "advertised.listeners",
                "SERVICES://127.0.0.1:%d,PARTNERS://127.0.0.1:%d".formatted(servicesPort, partnersPort),
                "listener.security.protocol.map",
                "SERVICES:PLAINTEXT,PARTNERS:SASL_PLAINTEXT,%s:PLAINTEXT".formatted(CONTROLLER_LISTENER),
                "inter.broker.listener.name",
                "SERVICES",
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "controller.quorum.voters",
                "%d@127.0.0.1:%d".formatted(NODE_ID, controllerPort));
    }

    /** Denied unless allowed. Only this machine's own processes reach the services' listener, where nobody signs in. */
    private Map<String, String> access() {
        return Map.of(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "allow.everyone.if.no.acl.found", "false",
                "super.users", "User:ANONYMOUS",
                "sasl.enabled.mechanisms", "SCRAM-SHA-256",
                "listener.name.partners.scram-sha-256.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                // a topic is created on purpose, with its partitions and retention
                "auto.create.topics.enable", "false");
    }

    private Map<String, String> singleNode() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                // after a crash the node has to wait for its own former session to end
                "broker.session.timeout.ms", "3000",
                "broker.heartbeat.interval.ms", "500",
                "group.initial.rebalance.delay.ms", "0");
    }

    private Map<String, String> storage() {
        return Map.of(
                "log.dirs", logs().toString(),
                // projections are rebuilt from the first record, so none expires
                "log.retention.ms", "-1",
                // the default takes half of this small heap at once
                "log.cleaner.dedupe.buffer.size", "" + 16 * 1024 * 1024,
                "num.network.threads", "2",
                "num.io.threads", "4");
    }
}
