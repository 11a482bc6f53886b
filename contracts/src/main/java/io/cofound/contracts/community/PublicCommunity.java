package io.cofound.contracts.community;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A public community as partners see it. A tombstone follows when it is no longer public.
 *
 * @param communityId the community
 * @param revision counts the aggregate's changes from 1
 * @param name its name, as its owner wrote it
 * @param description what it is for, Markdown; may be empty
 * @param language the community's main language, BCP 47
 * @param createdAt when it was founded
 */
@EventType(value = "io.cofound.public.community.published.v1", topic = Topics.PUBLIC_COMMUNITIES)
public record PublicCommunity(
        UUID communityId, long revision, String name, String description, String language, Instant createdAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return communityId;
    }
}
