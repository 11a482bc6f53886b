package io.cofound.community.notification;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.groupingBy;

@ApplicationScoped
class DigestService {

    private final DigestRepository digests;
    private final NotificationRepository notifications;

    DigestService(DigestRepository digests, NotificationRepository notifications) {
        this.digests = digests;
        this.notifications = notifications;
    }

    @WithSession
    Uni<Page<DigestView>> list(UUID memberId, PageRequest page) {
        return digests.latest(memberId, page).chain(rows -> notifications
                .inDigests(rows.stream().map(digest -> digest.id).toList())
                .map(told -> told.stream().collect(groupingBy(notification -> notification.digestId)))
                .map(told -> Page.of(
                        rows,
                        page,
                        digest -> new Cursor(digest.preparedAt, digest.id),
                        digest -> DigestView.of(digest, told.getOrDefault(digest.id, List.of())))));
    }
}
