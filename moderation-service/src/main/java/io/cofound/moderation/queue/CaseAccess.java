package io.cofound.moderation.queue;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.community.Moderators;
import io.cofound.moderation.community.Reviewer;
import io.cofound.moderation.decision.Rulings;
import io.cofound.platform.web.problem.Problem;
import io.smallrye.mutiny.Uni;

/** Who may see and answer which case. Needs a session. */
@ApplicationScoped
class CaseAccess {

    private final CaseRepository cases;
    private final ReportRepository reports;
    private final Moderators moderators;
    private final Rulings rulings;

    CaseAccess(CaseRepository cases, ReportRepository reports, Moderators moderators, Rulings rulings) {
        this.cases = cases;
        this.reports = reports;
        this.moderators = moderators;
        this.rulings = rulings;
    }

    /** To those who do not moderate there, and to the author, it does not exist. */
    Uni<Void> see(ModerationCase found, Reviewer reviewer) {
        if (found == null || found.authorId.equals(reviewer.id()) || found.platformOnly && !reviewer.platform()) {
            throw Problem.notFound("case");
        }
        return moderators
                .mayModerate(reviewer, found.communityId)
                .invoke(may -> {
                    if (!may) {
                        throw Problem.notFound("case");
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Fails with 403 for those who reported the text, and where it wants somebody who had no part in the decision, and the
     * reviewer had.
     */
    Uni<Void> answer(ModerationCase found, Reviewer reviewer) {
        return hadPart(found, reviewer.id())
                .invoke(had -> {
                    if (had) {
                        throw Problem.forbidden(
                                "had-a-part",
                                "You reported this text, ruled on it or reviewed it before; somebody else has to look at it.");
                    }
                })
                .replaceWithVoid();
    }

    /** The decision a case is about, for one who may see the case; no lock is taken. */
    Uni<UUID> decisionOf(UUID caseId, Reviewer reviewer) {
        return cases.getSession()
                .chain(session -> session.createQuery("from ModerationCase where id = ?1", ModerationCase.class)
                        .setParameter(1, caseId)
                        .setReadOnly(true)
                        .getSingleResultOrNull()
                        .call(found -> see(found, reviewer))
                        .map(found -> {
                            session.detach(found);
                            return found.decisionId;
                        }));
    }

    private Uni<Boolean> hadPart(ModerationCase found, UUID memberId) {
        return reports.isBy(found.subjectId, memberId)
                .chain(reported -> reported || !found.freshEyes
                        ? Uni.createFrom().item(reported)
                        : rulings.isBy(found.decisionId, memberId)
                                .chain(ruled -> ruled
                                        ? Uni.createFrom().item(true)
                                        : cases.wasResolvedBy(found.decisionId, memberId)));
    }
}
