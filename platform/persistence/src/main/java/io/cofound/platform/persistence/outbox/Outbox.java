package io.cofound.platform.persistence.outbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventCatalog;
import io.cofound.platform.events.EventCodec;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Publishes events with the caller's transaction: they reach Kafka if and only if it commits. Events of one aggregate
 * keep their order when the aggregate's row is locked or versioned, as every aggregate's is.
 */
@ApplicationScoped
public class Outbox {

    private static final String TRACE_PARENT = "traceparent";

    private final EventCodec codec;

    Outbox(EventCodec codec) {
        this.codec = codec;
    }

    /** Fails without a Hibernate Reactive session, which a transaction has. */
    public Uni<Void> publish(Event... events) {
        return persist(Arrays.stream(events).map(this::row).toList());
    }

    public Uni<Void> publish(List<? extends Event> events) {
        return persist(events.stream().map(this::row).toList());
    }

    /** Tells readers of a compacted topic to forget the aggregate that the event type is about. */
    public Uni<Void> erase(Class<? extends Event> published, UUID aggregateId) {
        return persist(List.of(new OutboxRow(
                EventCatalog.topicOf(published), aggregateId, EventCatalog.typeOf(published), null, traceParent())));
    }

    private OutboxRow row(Event event) {
        Class<? extends Event> type = event.getClass();
        return new OutboxRow(
                EventCatalog.topicOf(type),
                event.aggregateId(),
                EventCatalog.typeOf(type),
                codec.write(event),
                traceParent());
    }

    private static Uni<Void> persist(List<OutboxRow> rows) {
        List<Object> entities = new ArrayList<>(rows);
        return entities.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession().chain(session -> session.persistAll(entities.toArray()));
    }

    private static String traceParent() {
        Map<String, String> carrier = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, Map::put);
        return carrier.get(TRACE_PARENT);
    }
}
