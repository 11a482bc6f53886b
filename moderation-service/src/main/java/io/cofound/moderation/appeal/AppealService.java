package io.cofound.moderation.appeal;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.community.Moderators;
import io.cofound.moderation.community.Reviewer;
import io.cofound.moderation.decision.AppealTerm;
import io.cofound.moderation.decision.Judged;
import io.cofound.moderation.decision.Occasion;
import io.cofound.moderation.decision.Rulings;
import io.cofound.moderation.decision.Subject;
import io.cofound.moderation.queue.Cases;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** Authors answer to rulings. */
@ApplicationScoped
class AppealService {

    private final AppealRepository appeals;
    private final Rulings rulings;
    private final Cases cases;
    private final Moderators moderators;
    private final AppealTerm term;

    AppealService(AppealRepository appeals, Rulings rulings, Cases cases, Moderators moderators, AppealTerm term) {
        this.appeals = appeals;
        this.rulings = rulings;
        this.cases = cases;
        this.moderators = moderators;
        this.term = term;
    }

    /**
     * Opens a case for somebody who had no part in the ruling. To all but the author and moderators, who may not appeal in
     * the author's place, the decision does not exist.
     */
    @WithTransaction
    Uni<AppealView> file(UUID decisionId, Reviewer author, AppealDraft draft) {
        return moderators
                .presence(author)
                .chain(() -> rulings.hold(decisionId))
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("decision"))
                .call(judged -> requireAuthor(judged, author))
                .invoke(this::requireAppealable)
                .call(this::requireStanding)
                .call(this::requireFirst)
                .chain(judged -> open(judged, draft.text().strip()));
    }

    /** For its author and for moderators; to others it does not exist. */
    @WithSession
    Uni<AppealView> get(UUID id, Reviewer reader) {
        return appeals.findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("appeal"))
                .call(appeal -> appeal.authorId.equals(reader.id())
                        ? Uni.createFrom().voidItem()
                        : moderators.mayModerate(reader, appeal.communityId).invoke(may -> {
                            if (!may) {
                                throw Problem.notFound("appeal");
                            }
                        }))
                .map(AppealView::of);
    }

    private Uni<AppealView> open(Judged judged, String words) {
        return cases.openAppeal(judged, words)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.conflict("already-appealed", "Your appeal about this text is being decided."))
                .chain(caseId -> appeals.persist(new Appeal(judged, caseId, words)))
                .map(AppealView::of);
    }

    private Uni<Void> requireAuthor(Judged judged, Reviewer caller) {
        Subject subject = judged.subject();
        if (subject.authorId().equals(caller.id())) {
            return Uni.createFrom().voidItem();
        }
        return moderators
                .mayModerate(caller, subject.communityId())
                .invoke(may -> {
                    throw may
                            ? Problem.forbidden("author-only", "Only the author can appeal.")
                            : Problem.notFound("decision");
                })
                .replaceWithVoid();
    }

    private void requireAppealable(Judged judged) {
        switch (judged.classification().action()) {
            case PUBLISH -> throw Problem.conflict("nothing-to-appeal", "The text was not refused.");
            case HOLD -> throw Problem.conflict("not-decided-yet", "A person is going to decide; appeal after that.");
            case REJECT -> {
                if (judged.occasion() == Occasion.APPEAL) {
                    throw Problem.conflict("appeal-is-final", "This was decided on your appeal already.");
                }
                Instant until = judged.judgedAt().plus(term.deadline());
                if (Instant.now().isAfter(until)) {
                    throw Problem.conflict("appeal-too-late", "An appeal was possible until " + until + ".");
                }
            }
        }
    }

    private Uni<Void> requireStanding(Judged judged) {
        return rulings.stands(judged.subject())
                .invoke(stands -> {
                    if (!stands) {
                        throw Problem.conflict("text-is-gone", "The text was removed or replaced meanwhile.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> requireFirst(Judged judged) {
        return appeals.against(judged.decisionId(), judged.ruling())
                .invoke(earlier -> {
                    if (earlier != null) {
                        throw Problem.conflict("already-appealed", "You have appealed against this ruling.");
                    }
                })
                .replaceWithVoid();
    }
}
