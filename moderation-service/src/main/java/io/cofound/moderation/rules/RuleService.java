package io.cofound.moderation.rules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.contracts.moderation.Label;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.cofound.platform.web.versioning.Revision;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class RuleService {

    private final RuleRepository rules;
    private final RuleHits hits;
    private final RulesConfig config;

    RuleService(RuleRepository rules, RuleHits hits, RulesConfig config) {
        this.rules = rules;
        this.hits = hits;
        this.config = config;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 for a rule that could not work or would harm */
    @WithTransaction
    Uni<RuleView> write(UUID author, RuleDraft draft) {
        if (draft.label() == Label.OK) {
            throw Problem.unprocessable("rule-label", "A rule catches what is not OK.");
        }
        RuleCompiler.check(draft.definition());
        ModerationRule rule = new ModerationRule(draft, author);
        return rules.persistAndFlush(rule).chain(() -> rules.version()).chain(version -> rules.note(
                        rule, author, rule.createdAt, version)
                .chain(() -> rules.history(rule.id))
                .map(history -> RuleView.of(rule, RuleFigures.NONE, history)));
    }

    @WithSession
    Uni<Page<RuleView>> list(PageRequest page) {
        return rules.page(page)
                .chain(found -> hits.figures(found.stream().map(rule -> rule.id).toList())
                        .map(figures -> Page.of(
                                found,
                                page,
                                RuleRepository::cursorOf,
                                rule -> RuleView.of(rule, figures.getOrDefault(rule.id, RuleFigures.NONE), null))));
    }

    @WithSession
    Uni<RuleView> get(UUID id) {
        return rules.findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("rule"))
                .chain(this::view);
    }

    @WithTransaction
    Uni<RuleView> move(UUID id, long expectedRevision, UUID by, RuleState next) {
        return rules.findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("rule"))
                .invoke(rule -> {
                    Revision.check(expectedRevision, rule.revision);
                    rule.become(next);
                })
                .chain(rule -> rules.nextVersion()
                        .chain(version -> rules.flush()
                                .chain(this::checkRoom)
                                .chain(() ->
                                        rules.note(rule, by, Instant.now().truncatedTo(ChronoUnit.MICROS), version)))
                        .chain(() -> view(rule)));
    }

    @Scheduled(every = "1m", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> forgetOldHits() {
        return hits.forgetOlderThan(config.keepHits()).replaceWithVoid();
    }

    private Uni<Void> checkRoom() {
        return rules.countApplied()
                .invoke(applied -> {
                    if (applied > config.mostApplied()) {
                        throw Problem.conflict(
                                "too-many-rules",
                                "At most " + config.mostApplied() + " rules see texts; retire one first.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<RuleView> view(ModerationRule rule) {
        return hits.figures(List.of(rule.id)).chain(figures -> rules.history(rule.id)
                .map(history -> RuleView.of(rule, figures.getOrDefault(rule.id, RuleFigures.NONE), history)));
    }
}
