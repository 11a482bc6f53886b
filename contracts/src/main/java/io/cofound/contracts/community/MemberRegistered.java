package io.cofound.contracts.community;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A person signed in for the first time.
 *
 * @param memberId the member
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param displayName the name the member shows to others
 * @param language the member's preferred language, BCP 47
 * @param registeredAt when
 */
@EventType(value = "io.cofound.community.member.registered.v1", topic = Topics.MEMBER)
public record MemberRegistered(UUID memberId, long revision, String displayName, String language, Instant registeredAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return memberId;
    }
}
