package io.cofound.local.launcher;

import java.util.List;

import io.cofound.local.infrastructure.Ports;

/** Which part listens on which port, and what moves it. */
final class PortTable {

    /** @param variable the environment variable that moves the port */
    record Entry(String part, int port, String variable) {}

    private PortTable() {}

    static List<Entry> of(Ports ports) {
        return List.of(
                new Entry("gateway", ports.gateway(), "COFOUND_GATEWAY_PORT"),
                new Entry("community-service", ports.community(), "COFOUND_COMMUNITY_PORT"),
                new Entry("content-service", ports.content(), "COFOUND_CONTENT_PORT"),
                new Entry("event-service", ports.event(), "COFOUND_EVENT_PORT"),
                new Entry("matching-service", ports.matching(), "COFOUND_MATCHING_PORT"),
                new Entry("moderation-service", ports.moderation(), "COFOUND_MODERATION_PORT"),
                new Entry("keycloak", ports.keycloak(), "COFOUND_KEYCLOAK_PORT"),
                new Entry("kafka", ports.kafka(), "COFOUND_KAFKA_PORT"),
                new Entry("kafka for partners", ports.kafkaPartners(), "COFOUND_KAFKA_PARTNERS_PORT"),
                new Entry("kafka's controller", ports.kafkaController(), "COFOUND_KAFKA_CONTROLLER_PORT"),
                new Entry("postgres", ports.postgres(), "COFOUND_POSTGRES_PORT"),
                new Entry("documents", ports.documents(), "COFOUND_DOCUMENTS_PORT"));
    }
}
