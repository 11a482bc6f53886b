package io.cofound.contracts.community;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Nullable;
import io.cofound.contracts.Topics;

/**
 * A member changed the profile; carries all of it that the member shows to everybody.
 *
 * @param memberId the member
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param displayName the name the member shows to others
 * @param headline one line about the member; may be null
 * @param avatarUrl a picture of the member, https; null if there is none to show
 * @param roles what the member is; may be empty
 * @param skills tags of the vocabulary; may be empty
 * @param interests tags of the vocabulary; may be empty
 * @param stage how far the member's venture is; null if not told
 * @param region ISO 3166-1 country or ISO 3166-2 region, such as {@code CN-GD}; null if not told
 * @param language the member's preferred language, BCP 47
 * @param changedAt when
 */
@EventType(value = "io.cofound.community.member.changed.v1", topic = Topics.MEMBER)
public record MemberChanged(
        UUID memberId,
        long revision,
        String displayName,
        @Nullable String headline,
        @Nullable String avatarUrl,
        List<MemberRole> roles,
        List<String> skills,
        List<String> interests,
        @Nullable VentureStage stage,
        @Nullable String region,
        String language,
        Instant changedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return memberId;
    }
}
