package io.cofound.local.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The TCP ports, all on loopback, of one running stack. */
public record Ports(
        int gateway,
        int community,
        int content,
        int event,
        int matching,
        int moderation,
        int keycloak,
        int kafka,
        int kafkaPartners,
        int kafkaController,
        int postgres,
        int documents) {

    /** The usual ports, each replaced by its variable where that is set, for example {@code COFOUND_GATEWAY_PORT}. */
    public static Ports defaults() {
        return from(System.getenv());
    }

    /**
     * The usual ports, each replaced by its variable in the given environment.
     *
     * @throws IllegalArgumentException if a variable does not hold a number from 1 to 65535
     */
    public static Ports from(Map<String, String> environment) {
        return new Ports(
                port(environment, "GATEWAY", 8080),
                port(environment, "COMMUNITY", 8081),
                port(environment, "CONTENT", 8082),
                port(environment, "EVENT", 8083),
                port(environment, "MATCHING", 8084),
                port(environment, "MODERATION", 8085),
                port(environment, "KEYCLOAK", 8180),
                port(environment, "KAFKA", 9192),
                port(environment, "KAFKA_PARTNERS", 9092),
                port(environment, "KAFKA_CONTROLLER", 9193),
                port(environment, "POSTGRES", 15432),
                port(environment, "DOCUMENTS", 27117));
    }

    /** Ports that nothing listened on a moment ago, so that several stacks can run beside each other in tests. */
    public static Ports free() {
        var sockets = new ArrayList<ServerSocket>();
        try {
            // All are held open together, so that none is given out twice.
            for (int i = 0; i < 12; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            var free = sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            for (var socket : sockets) {
                socket.close();
            }
            return new Ports(
                    free[0], free[1], free[2], free[3], free[4], free[5], free[6], free[7], free[8], free[9], free[10],
                    free[11]);
        } catch (IOException e) {
            throw new UncheckedIOException("No free ports", e);
        }
    }

    /** Every port, for telling which ones are taken. */
    public List<Integer> all() {
        return List.of(
                gateway,
                community,
                content,
                event,
                matching,
                moderation,
                keycloak,
                kafka,
                kafkaPartners,
                kafkaController,
                postgres,
                documents);
    }

    /**
     * The port that a service listens on.
     *
     * @throws IllegalArgumentException if there is no such service
     */
    public int of(String service) {
        return switch (service) {
            case "gateway" -> gateway;
            case "community" -> community;
            case "content" -> content;
            case "event" -> event;
            case "matching" -> matching;
            case "moderation" -> moderation;
            default -> throw new IllegalArgumentException("No service is called " + service);
        };
    }

    private static int port(Map<String, String> environment, String name, int usual) {
        var variable = "COFOUND_%s_PORT".formatted(name);
        var given = environment.getOrDefault(variable, "").strip();
        if (given.isEmpty()) {
            return usual;
        }
        if (!given.matches("\\d{1,5}") || Integer.parseInt(given) < 1 || Integer.parseInt(given) > 65_535) {
            throw new IllegalArgumentException("%s must be a port from 1 to 65535, not %s".formatted(variable, given));
        }
        return Integer.parseInt(given);
    }
}
