package io.cofound.contracts.privacy;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A member is to be forgotten. Every service erases what it keeps and acknowledges it.
 *
 * @param erasureId the erasure
 * @param memberId the member
 * @param memberRevision the revision of the member that is erased; copies of lower ones are stale
 * @param requestedAt when
 */
@EventType(value = "io.cofound.privacy.erasure.requested.v1", topic = Topics.ERASURE)
public record ErasureRequested(
        UUID erasureId, UUID memberId, long memberRevision, PublicContent publicContent, Instant requestedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return erasureId;
    }
}
