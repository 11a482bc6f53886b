package io.cofound.gateway.live;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.vertx.core.buffer.Buffer;

/** The wire format of server-sent events; texts have no line breaks. */
final class ServerSentEvent {

    private ServerSentEvent() {}

    /** @param id null for an event that a client need not remember */
    static Buffer of(String id, String name, String data) {
        return Buffer.buffer(Stream.of(id == null ? null : "id: " + id, "event: " + name, "data: " + data)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n", "", "\n\n")));
    }

    /** Clients do not see it; what is between them and the gateway does. */
    static Buffer comment(String text) {
        return Buffer.buffer(": " + text + "\n\n");
    }

    /** Tells the client when to come back. */
    static Buffer retry(Duration wait) {
        return Buffer.buffer("retry: " + wait.toMillis() + "\n\n");
    }
}
