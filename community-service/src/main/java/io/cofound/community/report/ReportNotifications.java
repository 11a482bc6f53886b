package io.cofound.community.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.community.Memberships;
import io.cofound.community.notification.News;
import io.cofound.community.notification.Notifications;
import io.cofound.contracts.community.NotificationKind;
import io.cofound.contracts.community.Permission;
import io.cofound.contracts.content.ContentReported;
import io.smallrye.mutiny.Uni;

/** Tells those who moderate a community that something in it was reported. Joins the caller's transaction. */
@ApplicationScoped
class ReportNotifications {

    /** Of more moderators the first are told, by when they joined. */
    private static final int MOST_TOLD = 50;

    private final Memberships memberships;
    private final Notifications notifications;
    private final News news;

    ReportNotifications(Memberships memberships, Notifications notifications, News news) {
        this.memberships = memberships;
        this.notifications = notifications;
        this.news = news;
    }

    /** Once a day about the same text, however many report it. Neither who reported it is told nor who wrote it. */
    Uni<Void> reported(ContentReported report) {
        if (news.isOld(report.reportedAt())) {
            return Uni.createFrom().voidItem();
        }
        LocalDate day = LocalDate.ofInstant(report.reportedAt(), ZoneOffset.UTC);
        return memberships
                .holders(report.communityId(), Permission.MODERATE, MOST_TOLD)
                .chain(moderators -> notifications.raise(
                        others(moderators, report),
                        NotificationKind.CONTENT_REPORTED,
                        report.communityId(),
                        report.subjectId(),
                        "reported:" + report.subjectId() + ":" + day));
    }

    private static List<UUID> others(List<UUID> moderators, ContentReported report) {
        return moderators.stream()
                .filter(memberId -> !memberId.equals(report.reporterId()) && !memberId.equals(report.authorId()))
                .toList();
    }
}
