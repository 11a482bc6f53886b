package io.cofound.contracts;

import java.util.UUID;

/**
 * Something that has happened, told to whoever listens. Every record that implements it is annotated with
 * {@link EventType}, is listed in {@link EventCatalog}, and has a JSON Schema and a golden sample.
 *
 * <p>Within a version a record only grows: new components are optional for readers, none is removed or renamed.
 */
public interface Event {

    /** The aggregate it happened to; the Kafka key, so that what happened to one aggregate stays in order. */
    UUID aggregateId();
}
