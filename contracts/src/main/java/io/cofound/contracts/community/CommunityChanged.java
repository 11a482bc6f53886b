package io.cofound.contracts.community;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A community changed; carries its whole state.
 *
 * @param communityId the community
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param name its name, as its owner wrote it
 * @param description what it is for, Markdown; may be empty
 * @param rules what its members agree to, Markdown; may be empty
 * @param language the community's main language, BCP 47
 * @param ownerId the member who answers for it
 * @param archived whether it is closed for everything but reading
 * @param changedAt when
 */
@EventType(value = "io.cofound.community.community.changed.v1", topic = Topics.COMMUNITY)
public record CommunityChanged(
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
        boolean archived,
        Instant changedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return communityId;
    }
}
