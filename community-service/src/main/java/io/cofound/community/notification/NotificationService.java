package io.cofound.community.notification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class NotificationService {

    private final NotificationRepository notifications;

    NotificationService(NotificationRepository notifications) {
        this.notifications = notifications;
    }

    @WithSession
    Uni<NotificationPage> list(UUID memberId, boolean unreadOnly, PageRequest page) {
        return notifications
                .latest(memberId, unreadOnly, page)
                .map(rows -> Page.of(rows, page, row -> new Cursor(row.raisedAt, row.id), NotificationView::of))
                .chain(shown -> notifications.countUnread(memberId).map(unread -> NotificationPage.of(shown, unread)));
    }

    /** Reading twice is reading once. */
    @WithTransaction
    Uni<NotificationView> read(UUID memberId, UUID id) {
        return notifications
                .lockOwn(memberId, id)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("notification"))
                .invoke(notification -> notification.read(now()))
                .map(NotificationView::of);
    }

    /** What was raised later than the member has seen stays unread. */
    @WithTransaction
    Uni<Void> readAll(UUID memberId, Instant until) {
        Instant now = now();
        // Nothing was raised before the epoch or is raised in the future, and PostgreSQL's times end somewhere.
        if (until.isBefore(Instant.EPOCH)) {
            return Uni.createFrom().voidItem();
        }
        return notifications.markRead(memberId, until.isAfter(now) ? now : until, now);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
