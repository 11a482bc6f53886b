package io.cofound.content.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.content.comment.Comments;
import io.cofound.content.community.Presence;
import io.cofound.content.community.Presence.SignedIn;
import io.cofound.content.post.PostGate;
import io.cofound.content.post.Reader;
import io.cofound.contracts.content.ContentReported;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import static java.util.function.Function.identity;

@ApplicationScoped
class ReportService {

    /** @param isNew false where the member had reported the same text of it before, and that report is answered */
    record Filed(ReportView report, boolean isNew) {}

    private final Presence presence;
    private final PostGate gate;
    private final Comments comments;
    private final ReportRepository reports;
    private final Outbox outbox;

    ReportService(Presence presence, PostGate gate, Comments comments, ReportRepository reports, Outbox outbox) {
        this.presence = presence;
        this.gate = gate;
        this.comments = comments;
        this.reports = reports;
        this.outbox = outbox;
    }

    @WithTransaction
    Uni<Filed> filePost(UUID postId, Reader reader, SignedIn reporter, ReportDraft draft) {
        return presence.hold(reporter)
                .chain(() -> gate.hold(postId, reader))
                .chain(post -> file(Subject.of(post), reporter.id(), draft));
    }

    @WithTransaction
    Uni<Filed> fileComment(UUID commentId, Reader reader, SignedIn reporter, ReportDraft draft) {
        return presence.hold(reporter)
                .chain(() -> comments.see(commentId, reader))
                .chain(comment -> file(Subject.of(comment), reporter.id(), draft));
    }

    @WithSession
    Uni<Page<ReportView>> inCommunity(UUID communityId, Reader reader, PageRequest page) {
        return gate.enter(communityId, reader)
                .invoke(standing -> {
                    if (!reader.moderates(standing)) {
                        throw Problem.forbidden("moderator-required", "Only moderators see what was reported.");
                    }
                })
                .chain(() -> reports.inCommunity(communityId, page))
                .map(rows -> Page.of(rows, page, row -> new Cursor(row.reportedAt(), row.id()), identity()));
    }

    private Uni<Filed> file(Subject subject, UUID reporterId, ReportDraft draft) {
        if (subject.authorId().equals(reporterId)) {
            throw Problem.unprocessable("own-text", "What you wrote yourself you can change or remove.");
        }
        if (!subject.standing().mayWrite()) {
            throw Problem.forbidden("members-only", "Only members of the community may report what is in it.");
        }
        var report = new ContentReported(
                UuidCreator.getTimeOrderedEpoch(),
                subject.kind(),
                subject.id(),
                subject.postId(),
                subject.communityId(),
                reporterId,
                subject.authorId(),
                draft.cause(),
                draft.words(),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        return reports.add(report, subject.shownRevision())
                .chain(added ->
                        added ? outbox.publish(report) : Uni.createFrom().voidItem())
                .chain(() -> reports.of(reporterId, subject))
                .map(kept -> new Filed(kept, kept.id().equals(report.reportId())));
    }
}
