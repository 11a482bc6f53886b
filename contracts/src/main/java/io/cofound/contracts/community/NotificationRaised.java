package io.cofound.contracts.community;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Nullable;
import io.cofound.contracts.Topics;

/**
 * There is something a member is to be told. Holds ids alone; what they name is read where it lives.
 *
 * @param notificationId the notification
 * @param memberId who is to be told
 * @param communityId where it happened; null if in no community
 * @param subjectId what it is about: the post, meetup, member or export; null if about the community itself
 * @param live whether the member wants it on the live stream
 * @param raisedAt when
 */
@EventType(value = "io.cofound.community.notification.raised.v1", topic = Topics.NOTIFICATION)
public record NotificationRaised(
        UUID notificationId,
        UUID memberId,
        NotificationKind kind,
        @Nullable UUID communityId,
        @Nullable UUID subjectId,
        boolean live,
        Instant raisedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return notificationId;
    }
}
