package io.cofound.community.notification;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.community.NotificationKind;

record NotificationView(
        UUID id, NotificationKind kind, UUID communityId, UUID subjectId, Instant raisedAt, Instant readAt) {

    static NotificationView of(Notification notification) {
        return new NotificationView(
                notification.id,
                notification.kind,
                notification.communityId,
                notification.subjectId,
                notification.raisedAt,
                notification.readAt);
    }
}
