package io.cofound.community.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.MemberRegistered;
import io.cofound.platform.privacy.ErasedMembers;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class TrustService {

    private final TrustRepository trusts;
    private final SignalRepository signals;
    private final TrustAssessor assessor;
    private final TrustRule rule;
    private final ErasedMembers erased;

    TrustService(
            TrustRepository trusts,
            SignalRepository signals,
            TrustAssessor assessor,
            TrustRule rule,
            ErasedMembers erased) {
        this.trusts = trusts;
        this.signals = signals;
        this.assessor = assessor;
        this.rule = rule;
        this.erased = erased;
    }

    @WithTransaction
    Uni<Void> note(UUID memberId, Signal signal) {
        return trusts.lockOrAdd(memberId).chain(trust -> erased.isErased(memberId, latestKnownAlive(trust, signal))
                .chain(isErased -> isErased ? forget(trust) : accept(trust, signal)));
    }

    @WithTransaction
    Uni<Void> register(MemberRegistered member) {
        return erased.isErased(member.memberId(), member.registeredAt())
                .chain(isErased -> isErased
                        ? Uni.createFrom().voidItem()
                        : trusts.lockOrAdd(member.memberId())
                                .invoke(trust -> trust.register(member.registeredAt()))
                                .chain(trust -> assessor.assess(List.of(trust), Instant.now())));
    }

    /** For members themselves, who may be so new that nothing is known of them. */
    @WithSession
    Uni<TrustView> explain(UUID memberId) {
        return trusts.findById(memberId).chain(trust -> explain(memberId, Optional.ofNullable(trust)));
    }

    @WithSession
    Uni<TrustView> explainKnown(UUID memberId) {
        return trusts.findById(memberId)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("member"))
                .chain(trust -> explain(memberId, Optional.of(trust)));
    }

    private Uni<TrustView> explain(UUID memberId, Optional<Trust> trust) {
        return signals.of(memberId)
                .map(known -> rule.assess(trust.map(t -> t.registeredAt).orElse(null), known, Instant.now()))
                .map(assessment -> TrustView.of(trust.map(t -> t.level).orElse(0), assessment, rule));
    }

    private Uni<Void> accept(Trust trust, Signal signal) {
        return signals.put(trust.memberId, signal).chain(() -> assessor.assess(List.of(trust), Instant.now()));
    }

    private Uni<Void> forget(Trust trust) {
        return trust.registeredAt == null
                ? trusts.delete(trust)
                : Uni.createFrom().voidItem();
    }

    /** What an erased member published may stay, and be judged later: nobody is behind the id until it registers anew. */
    private static Instant latestKnownAlive(Trust trust, Signal signal) {
        if (trust.registeredAt == null) {
            return Instant.EPOCH;
        }
        return trust.registeredAt.isBefore(signal.occurredAt()) ? trust.registeredAt : signal.occurredAt();
    }
}
