package io.cofound.community.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.community.Ownership;
import io.cofound.community.member.MemberService;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A member's side of being forgotten. */
@ApplicationScoped
class ErasureService {

    private final ErasureRepository erasures;
    private final AcknowledgementRepository acknowledgements;
    private final MemberService members;
    private final Ownership ownership;
    private final Outbox outbox;
    private final List<String> services;

    ErasureService(
            ErasureRepository erasures,
            AcknowledgementRepository acknowledgements,
            MemberService members,
            Ownership ownership,
            Outbox outbox,
            @ConfigProperty(name = "cofound.privacy.services") List<String> services) {
        this.erasures = erasures;
        this.acknowledgements = acknowledgements;
        this.members = members;
        this.ownership = ownership;
        this.outbox = outbox;
        this.services = services;
    }

    /** To ask again is to ask once, until the member comes back. */
    @WithTransaction
    Uni<ErasureView> request(Caller caller, PublicContent publicContent) {
        return erasures.awaitTurn(caller.id())
                .chain(() -> erasures.latest(caller.id()))
                .chain(latest -> stands(latest, caller)
                        .chain(stands -> stands ? Uni.createFrom().item(latest) : begin(caller, publicContent)))
                .chain(this::view);
    }

    /** The caller's last one, also of a caller who is no member any more: nobody is made one by asking. */
    @WithSession
    Uni<ErasureView> latest(UUID memberId) {
        return erasures.latest(memberId)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("erasure"))
                .chain(this::view);
    }

    /** Until the member came back, for which it takes a token that is newer than the erasure. */
    private Uni<Boolean> stands(Erasure latest, Caller caller) {
        if (latest == null) {
            return Uni.createFrom().item(false);
        }
        Instant issuedAt = caller.claim("iat")
                .map(Long::valueOf)
                .map(Instant::ofEpochSecond)
                .orElse(Instant.EPOCH);
        return latest.completedAt == null || !issuedAt.isAfter(latest.requestedAt)
                ? Uni.createFrom().item(true)
                : erasures.isUntouchedSince(latest);
    }

    private Uni<Erasure> begin(Caller caller, PublicContent publicContent) {
        return members.provision(caller)
                .chain(() -> ownership.giveUp(caller.id()))
                .chain(() -> members.retire(caller.id()))
                .map(revision -> new Erasure(caller.id(), revision, publicContent))
                .call(erasures::persistAndFlush)
                .call(erasure -> acknowledgements.await(erasure.id, services))
                .call(erasure -> outbox.publish(erasure.requested()));
    }

    private Uni<ErasureView> view(Erasure erasure) {
        return acknowledgements
                .of(List.of(erasure.id))
                .map(acknowledged -> ErasureView.of(erasure, acknowledged.get(erasure.id)));
    }
}
