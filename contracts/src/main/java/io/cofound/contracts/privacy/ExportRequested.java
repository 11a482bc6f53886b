package io.cofound.contracts.privacy;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A member wants all that is kept about them. Every service answers with what it has.
 *
 * @param exportId the export
 * @param memberId the member
 * @param requestedAt when
 */
@EventType(value = "io.cofound.privacy.export.requested.v1", topic = Topics.EXPORT)
public record ExportRequested(UUID exportId, UUID memberId, Instant requestedAt) implements Event {

    @Override
    public UUID aggregateId() {
        return exportId;
    }
}
