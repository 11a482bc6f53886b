package io.cofound.community.export;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.community.export.ExportView.Progress;
import io.cofound.community.member.MemberService;
import io.cofound.community.notification.Notifications;
import io.cofound.contracts.community.NotificationKind;
import io.cofound.contracts.privacy.ExportGathered;
import io.cofound.contracts.privacy.ExportRequested;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
class ExportService {

    private final ExportRepository exports;
    private final MemberService members;
    private final Notifications notifications;
    private final Outbox outbox;
    private final List<String> services;

    ExportService(
            ExportRepository exports,
            MemberService members,
            Notifications notifications,
            Outbox outbox,
            @ConfigProperty(name = "cofound.privacy.services") List<String> services) {
        this.exports = exports;
        this.members = members;
        this.notifications = notifications;
        this.outbox = outbox;
        this.services = services;
    }

    /** The member's last export; starts one where there is none. */
    @WithTransaction
    Uni<ExportView> latestOrNew(Caller caller) {
        return exports.latest(caller.id())
                .chain(latest -> latest == null
                        ? startUnless(caller, found -> found != null)
                        : Uni.createFrom().item(latest))
                .chain(this::view);
    }

    /** A new export, unless the last was asked for less than a day ago. */
    @WithTransaction
    Uni<ExportView> renew(Caller caller) {
        return startUnless(caller, latest -> latest != null && !latest.isOlderThan(Export.INTERVAL))
                .chain(this::view);
    }

    /** The caller's own export, if it can be downloaded. */
    @WithSession
    Uni<Export> downloadable(UUID memberId, UUID exportId) {
        return exports.findById(exportId).invoke(export -> {
            if (export == null || !export.memberId.equals(memberId) || !export.isDownloadable()) {
                throw Problem.notFound("export");
            }
        });
    }

    /** Keeps a piece, and has its record forgotten whether it was wanted or not. Joins the caller's transaction. */
    Uni<Void> receive(ExportGathered piece) {
        return exports.findById(piece.exportId(), LockModeType.PESSIMISTIC_WRITE)
                .chain(export ->
                        export == null || export.state == ExportState.READY || !export.memberId.equals(piece.memberId())
                                ? Uni.createFrom().voidItem()
                                : keep(export, piece))
                .chain(() -> outbox.erase(ExportGathered.class, piece.pieceId()));
    }

    /** For one that waited long enough and is locked. Joins the caller's transaction. */
    Uni<Void> giveUp(Export export) {
        export.giveUp();
        return announce(export);
    }

    private Uni<Export> startUnless(Caller caller, Predicate<Export> enough) {
        return members.provision(caller)
                // Two first requests of one member queue at the member.
                .chain(() -> members.hold(caller.id()))
                .chain(() -> exports.latest(caller.id()))
                .chain(latest -> enough.test(latest) ? Uni.createFrom().item(latest) : start(caller.id()));
    }

    private Uni<Export> start(UUID memberId) {
        Export export = new Export(memberId);
        return exports.persistAndFlush(export)
                .call(() -> exports.await(export.id, services))
                .call(() -> outbox.publish(export.requested()));
    }

    private Uni<Void> keep(Export export, ExportGathered piece) {
        return exports.keep(export.id, piece.service(), piece.number(), piece.name(), piece.items())
                .chain(isNew -> isNew
                        ? exports.count(export.id, piece.service(), piece.of()).replaceWithVoid()
                        : Uni.createFrom().voidItem())
                .chain(() -> exports.progress(export.id))
                .chain(progress -> {
                    if (progress.containsValue(Progress.WAITING)) {
                        return Uni.createFrom().voidItem();
                    }
                    export.complete();
                    return announce(export);
                });
    }

    /** The occasion names the state, so that one that is completed after all is told of twice. */
    private Uni<Void> announce(Export export) {
        return outbox.erase(ExportRequested.class, export.id)
                .chain(() -> notifications.raise(
                        export.memberId,
                        NotificationKind.EXPORT_READY,
                        null,
                        export.id,
                        "export:" + export.id + ":" + export.state));
    }

    private Uni<ExportView> view(Export export) {
        return exports.progress(export.id).map(progress -> ExportView.of(export, progress));
    }
}
