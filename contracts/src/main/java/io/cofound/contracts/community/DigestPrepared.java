package io.cofound.contracts.community;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * What a member has not read yet, once a day, for whoever delivers it.
 *
 * @param digestId the digest
 * @param memberId who is to be told
 * @param notificationIds unread ones that are in no earlier digest, oldest first; never empty
 * @param preparedAt when
 */
@EventType(value = "io.cofound.community.digest.prepared.v1", topic = Topics.DIGEST)
public record DigestPrepared(UUID digestId, UUID memberId, List<UUID> notificationIds, Instant preparedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return digestId;
    }
}
