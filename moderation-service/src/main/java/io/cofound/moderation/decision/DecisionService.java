package io.cofound.moderation.decision;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.moderation.Action;
import io.cofound.moderation.author.Authors;
import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.community.Moderators;
import io.cofound.moderation.community.Reviewer;
import io.cofound.moderation.metrics.RungMeters;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class DecisionService {

    private final DecisionRepository decisions;
    private final RulingRepository rulings;
    private final Authors authors;
    private final Moderators moderators;
    private final List<DecisionFollower> followers;
    private final AppealTerm term;
    private final Outbox outbox;
    private final RungMeters meters;

    DecisionService(
            DecisionRepository decisions,
            RulingRepository rulings,
            Authors authors,
            Moderators moderators,
            @All List<DecisionFollower> followers,
            AppealTerm term,
            Outbox outbox,
            RungMeters meters) {
        this.decisions = decisions;
        this.rulings = rulings;
        this.authors = authors;
        this.moderators = moderators;
        this.followers = followers;
        this.term = term;
        this.outbox = outbox;
        this.meters = meters;
    }

    /**
     * Passes the judgement, unless one was passed on that revision before. Joins the caller's transaction, which has
     * taken the subject's turn.
     *
     * @param trustLevel the author's, 0 to 4, by which it was judged
     */
    @WithTransaction
    Uni<Void> decide(Submission submission, int trustLevel, Classification classification, Effort effort) {
        Decision decision = new Decision(submission, trustLevel, classification, effort);
        return decisions
                .addIfNew(decision)
                .chain(isNew -> isNew ? announce(decision) : Uni.createFrom().voidItem());
    }

    /** @param lastRevision the last one there was of what is gone */
    @WithTransaction
    Uni<Void> forget(UUID subjectId, long lastRevision) {
        return decisions
                .forgetTexts(subjectId, lastRevision)
                .chain(() -> tell(follower -> follower.removed(subjectId, lastRevision)));
    }

    /** Those who moderate where it is now see to it from now on. */
    @WithTransaction
    Uni<Void> move(UUID subjectId, UUID communityId) {
        return decisions
                .move(subjectId, communityId)
                .chain(() -> tell(follower -> follower.moved(subjectId, communityId)));
    }

    /** For moderators, and for the author, who may answer to it; to others it does not exist. */
    @WithSession
    Uni<DecisionView> get(UUID id, Reviewer reader) {
        return see(id, reader).chain(decision -> rulings.of(id)
                .map(made -> DecisionView.of(decision, made, !decision.authorId.equals(reader.id()))));
    }

    /** As {@link #get}; also moderators read it as it is written for the author. */
    @WithSession
    Uni<Statement> statement(UUID id, Reviewer reader) {
        return see(id, reader)
                .chain(decision -> rulings.of(id, decision.ruling).chain(latest -> authors.get(decision.authorId)
                        .map(author -> Statement.of(decision, latest, author.language(), term.deadline()))));
    }

    private Uni<Decision> see(UUID id, Reviewer reader) {
        return decisions
                .findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("decision"))
                .call(decision -> decision.authorId.equals(reader.id())
                        ? Uni.createFrom().voidItem()
                        : moderators.mayModerate(reader, decision.communityId).invoke(may -> {
                            if (!may) {
                                throw Problem.notFound("decision");
                            }
                        }));
    }

    private Uni<Void> announce(Decision decision) {
        return rulings.persist(Ruling.first(decision))
                .invoke(() -> meters.decided(
                        decision.rung, decision.action, Duration.between(decision.submittedAt, decision.decidedAt)))
                .chain(() -> decisions.latestOf(decision.subjectId))
                .chain(latest -> latest.id.equals(decision.id)
                        ? outbox.publish(decision.made(null))
                                .chain(() -> forgetReplaced(decision))
                                .chain(() -> tell(follower -> follower.decided(decision.judged(Occasion.CASCADE))))
                        // Revisions may come in any order; what is replaced already is nobody's concern.
                        : outbox.publish(decision.made(latest.subjectRevision))
                                .chain(() -> decisions.forgetTexts(decision.subjectId, decision.subjectRevision)));
    }

    /** What others saw last they still see where this is not for them, and so it can be reported and looked at. */
    private Uni<Void> forgetReplaced(Decision decision) {
        long replaced = decision.subjectRevision - 1;
        return decision.action == Action.PUBLISH
                ? decisions.forgetTexts(decision.subjectId, replaced)
                : decisions.forgetUnseenTexts(decision.subjectId, replaced);
    }

    private Uni<Void> tell(Function<DecisionFollower, Uni<Void>> what) {
        return Multi.createFrom()
                .iterable(followers)
                .onItem()
                .transformToUniAndConcatenate(what::apply)
                .collect()
                .last();
    }
}
