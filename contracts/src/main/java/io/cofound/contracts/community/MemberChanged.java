package io.cofound.contracts.community;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Nullable;
import io.cofound.contracts.Topics;

/**
 * A member changed the public profile; carries all of it.
 *
 * @param memberId the member
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param displayName the name the member shows to others
 * @param headline one line about the member; may be null
 * @param language the member's preferred language, BCP 47
 * @param changedAt when
 */
@EventType(value = "io.cofound.community.member.changed.v1", topic = Topics.MEMBER)
public record MemberChanged(
        UUID memberId,
        long revision,
        String displayName,
        @Nullable String headline,
        String language,
        Instant changedAt) implements Event {

    @Override
    public UUID aggregateId() {
        return memberId;
    }
}
