package io.cofound.contracts.privacy;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A service no longer keeps anything personal of an erased member.
 *
 * @param acknowledgementId the acknowledgement
 * @param erasureId what was requested
 * @param memberId the member
 * @param service which service, such as content-service
 * @param acknowledgedAt when
 */
@EventType(value = "io.cofound.privacy.erasure.acknowledged.v1", topic = Topics.ERASURE)
public record ErasureAcknowledged(
        UUID acknowledgementId, UUID erasureId, UUID memberId, String service, Instant acknowledgedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return acknowledgementId;
    }
}
