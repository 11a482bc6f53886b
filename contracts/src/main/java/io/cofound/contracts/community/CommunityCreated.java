package io.cofound.contracts.community;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A community was founded.
 *
 * @param communityId the community
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param name its name, as its founder wrote it
 * @param description what it is for, Markdown; may be empty
 * @param rules what its members agree to, Markdown; may be empty
 * @param language the community's main language, BCP 47
 * @param ownerId the member who founded it
 * @param createdAt when
 */
@EventType(value = "io.cofound.community.community.created.v1", topic = Topics.COMMUNITY)
public record CommunityCreated(
        UUID communityId,
        long revision,
        String name,
        String description,
        String rules,
        Visibility visibility,
        Joining joining,
        ModerationMode moderation,
        String language,
        UUID ownerId,
        Instant createdAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return communityId;
    }
}
