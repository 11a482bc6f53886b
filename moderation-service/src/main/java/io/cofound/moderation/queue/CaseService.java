package io.cofound.moderation.queue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.community.Moderators;
import io.cofound.moderation.community.Reviewer;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** Reading and claiming; {@link Resolutions} resolves. */
@ApplicationScoped
class CaseService {

    private final CaseRepository cases;
    private final CaseAccess access;
    private final CaseDetails details;
    private final Moderators moderators;
    private final Breaks breaks;
    private final QueueConfig config;

    CaseService(
            CaseRepository cases,
            CaseAccess access,
            CaseDetails details,
            Moderators moderators,
            Breaks breaks,
            QueueConfig config) {
        this.cases = cases;
        this.access = access;
        this.details = details;
        this.moderators = moderators;
        this.breaks = breaks;
        this.config = config;
    }

    @WithSession
    Uni<CaseView> get(UUID id, Reviewer reviewer) {
        return cases.findById(id)
                .call(found -> access.see(found, reviewer))
                .chain(found -> details.of(found, reviewer));
    }

    /** For a while it is the reviewer's alone; again, and the while begins anew. */
    @WithTransaction
    Uni<CaseView> claim(UUID id, Reviewer reviewer) {
        return hold(id, reviewer)
                .call(held -> access.answer(held, reviewer))
                .call(held ->
                        isHeldBy(held, reviewer) ? Uni.createFrom().voidItem() : breaks.check(reviewer.id(), held))
                .invoke(held -> held.claim(
                        reviewer.id(), Instant.now().plus(config.claim()).truncatedTo(ChronoUnit.MICROS)))
                .chain(held -> details.of(held, reviewer));
    }

    /** Does nothing where the claim has ended by itself. */
    @WithTransaction
    Uni<Void> release(UUID id, Reviewer reviewer) {
        return hold(id, reviewer)
                .invoke(held -> {
                    if (isHeldBy(held, reviewer)) {
                        held.release();
                    }
                })
                .replaceWithVoid();
    }

    /** An open case that nobody else has. */
    private Uni<ModerationCase> hold(UUID id, Reviewer reviewer) {
        return moderators
                .presence(reviewer)
                .chain(() -> cases.takeTurns(reviewer.id()))
                .chain(() -> cases.lock(id))
                .call(found -> access.see(found, reviewer))
                .invoke(found -> requireFree(found, reviewer));
    }

    /** Fails with 409 where it is closed or somebody else's. */
    static void requireFree(ModerationCase found, Reviewer reviewer) {
        switch (found.state()) {
            case CaseState.Open() -> {}
            case CaseState.Claimed(UUID by, Instant until) -> {
                if (!by.equals(reviewer.id())) {
                    throw Problem.conflict("case-claimed", "Another moderator has it until " + until + ".");
                }
            }
            case CaseState.Resolved resolved ->
                throw Problem.conflict("case-resolved", "Somebody has answered it meanwhile.");
            case CaseState.Withdrawn withdrawn ->
                throw Problem.conflict("case-withdrawn", "What it asked about is gone or was replaced.");
        }
    }

    static boolean isHeldBy(ModerationCase found, Reviewer reviewer) {
        return found.state() instanceof CaseState.Claimed claimed
                && claimed.by().equals(reviewer.id());
    }
}
