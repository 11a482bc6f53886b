package io.cofound.community.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A member's digest of one day.
 *
 * @param day in UTC
 * @param notifications oldest first; without those that were cleared away since
 */
record DigestView(UUID id, LocalDate day, Instant preparedAt, List<NotificationView> notifications) {

    static DigestView of(Digest digest, List<Notification> notifications) {
        return new DigestView(
                digest.id,
                digest.day,
                digest.preparedAt,
                notifications.stream().map(NotificationView::of).toList());
    }
}
