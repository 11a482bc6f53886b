package io.cofound.gateway.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.cofound.gateway.problem.GatewayProblem;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

/** The clients that listen now. */
@ApplicationScoped
class LiveStreams {

    private final LiveConfig config;
    private final Vertx vertx;
    private final Map<UUID, Set<LiveStream>> streams = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();

    LiveStreams(LiveConfig config, Vertx vertx, MeterRegistry metrics) {
        this.config = config;
        this.vertx = vertx;
        metrics.gauge("cofound.live.streams", open);
    }

    void keepAlive(@Observes StartupEvent start) {
        vertx.setPeriodic(config.heartbeat().toMillis(), timer -> beat(Instant.now()));
    }

    void beat(Instant now) {
        forEach(stream -> stream.beat(now));
    }

    /** Streams are requests in flight: they would hold up a shutdown that waits for those. */
    void farewell(@Observes ShutdownDelayInitiatedEvent goingDown) {
        forEach(stream -> stream.end(LiveStream.End.CLOSING));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 429 or 503 when there are as many as there may be */
    void add(LiveStream stream) {
        if (open.incrementAndGet() > config.streams()) {
            open.decrementAndGet();
            throw GatewayProblem.unavailable(Duration.ofMinutes(1));
        }
        streams.compute(stream.member(), (member, before) -> {
            Set<LiveStream> own = before == null ? ConcurrentHashMap.newKeySet() : before;
            if (own.size() >= config.streamsPerMember()) {
                open.decrementAndGet();
                throw GatewayProblem.tooManyStreams(config.streamsPerMember());
            }
            own.add(stream);
            return own;
        });
    }

    void remove(LiveStream stream) {
        streams.computeIfPresent(stream.member(), (member, own) -> {
            if (own.remove(stream)) {
                open.decrementAndGet();
            }
            return own.isEmpty() ? null : own;
        });
    }

    /** Sends to every stream of every member that the audience includes. */
    void send(Audience audience, Communities communities, Buffer event) {
        if (audience instanceof Audience.Only(UUID member)) {
            streams.getOrDefault(member, Set.of()).forEach(stream -> stream.send(event));
            return;
        }
        streams.forEach((member, own) -> {
            if (audience.includes(member, communities)) {
                own.forEach(stream -> stream.send(event));
            }
        });
    }

    private void forEach(Consumer<LiveStream> action) {
        streams.values().forEach(own -> own.forEach(action));
    }
}
