package io.cofound.platform.events;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;

/**
 * An event as it came from Kafka.
 *
 * @param id CloudEvents id; the same on every redelivery
 * @param time when it happened
 */
public record Received(UUID id, Instant time, Event event) {}
