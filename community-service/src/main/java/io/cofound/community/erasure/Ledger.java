package io.cofound.community.erasure;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.community.member.MemberService;
import io.cofound.contracts.privacy.ErasureAcknowledged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The proof of who was forgotten by whom and when. It could be read from the topic again, in any order. */
@ApplicationScoped
class Ledger {

    private final ErasureRepository erasures;
    private final AcknowledgementRepository acknowledgements;
    private final MemberService members;
    private final List<String> services;

    Ledger(
            ErasureRepository erasures,
            AcknowledgementRepository acknowledgements,
            MemberService members,
            @ConfigProperty(name = "cofound.privacy.services") List<String> services) {
        this.erasures = erasures;
        this.acknowledgements = acknowledgements;
        this.members = members;
        this.services = services;
    }

    /** Notes a request that is not known, as in a ledger that was lost. Joins the caller's transaction. */
    Uni<Void> record(ErasureRequested request) {
        return erasures.restore(request)
                .chain(inserted -> inserted == 1
                        ? acknowledgements.await(request.erasureId(), services)
                        : Uni.createFrom().voidItem())
                .chain(() -> completeIfAll(request.erasureId()));
    }

    /** Joins the caller's transaction. */
    Uni<Void> acknowledge(ErasureAcknowledged acknowledgement) {
        return acknowledgements.add(acknowledgement).chain(() -> completeIfAll(acknowledgement.erasureId()));
    }

    @WithSession
    Uni<Page<ErasureView>> list(ErasureState state, PageRequest page) {
        return erasures.latest(state, page).chain(rows -> acknowledgements
                .of(rows.stream().map(row -> row.id).toList())
                .map(acknowledged -> Page.of(
                        rows,
                        page,
                        row -> new Cursor(row.requestedAt, row.id),
                        row -> ErasureView.of(row, acknowledged.getOrDefault(row.id, Map.of())))));
    }

    @WithSession
    Uni<ErasureView> get(UUID erasureId) {
        return erasures.findById(erasureId)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("erasure"))
                .chain(erasure -> acknowledgements
                        .of(List.of(erasureId))
                        .map(acknowledged -> ErasureView.of(erasure, acknowledged.getOrDefault(erasureId, Map.of()))));
    }

    /** The row is locked before the acknowledgements are counted, so that of two last ones one sees both. */
    private Uni<Void> completeIfAll(UUID erasureId) {
        return erasures.findById(erasureId, LockModeType.PESSIMISTIC_WRITE)
                .chain(erasure -> erasure == null || erasure.completedAt != null
                        ? Uni.createFrom().voidItem()
                        : acknowledgements
                                .isAnyAwaited(erasureId)
                                .chain(isAnyAwaited ->
                                        isAnyAwaited ? Uni.createFrom().voidItem() : complete(erasure)));
    }

    private Uni<Void> complete(Erasure erasure) {
        erasure.complete();
        return members.forgotten(erasure.memberId);
    }
}
