package io.cofound.moderation.rules;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Reason;
import io.cofound.contracts.moderation.Rung;
import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.classify.Policy;
import io.cofound.moderation.rules.CompiledRule.RuleMatch;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** The rules that people wrote: the first and cheapest step of the cascade. */
@ApplicationScoped
public class RuleRung {

    /** Nobody measured how sure a rule is; shipped rules say the same. */
    private static final double SURE = 0.99;

    private static final int LONGEST_EVIDENCE = 160;

    private final RuleSets sets;
    private final Vertx vertx;

    RuleRung(RuleSets sets, Vertx vertx) {
        this.sets = sets;
        this.vertx = vertx;
    }

    /**
     * Asks the further rungs only where no rule rejects; the stricter of a rule that holds and of them counts.
     *
     * @param communityId null for a text that belongs to none
     * @param others judges by the further rungs of this process
     * @return emits on the caller's Vert.x context; names the version of the rule set, whatever decided
     */
    public Uni<Ruled> judge(UUID communityId, String text, Supplier<Uni<Classification>> others) {
        long start = System.nanoTime();
        return sets.current().chain(set -> matches(set, communityId, text).chain(matches -> decide(set, matches, others)
                .map(judged -> new Ruled(judged, Duration.ofNanos(System.nanoTime() - start), hits(matches)))));
    }

    private Uni<List<RuleMatch>> matches(RuleSet set, UUID communityId, String text) {
        return set.rules().isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.createFrom()
                        .completionStage(() -> vertx.executeBlocking(() -> set.match(communityId, text), false)
                                .toCompletionStage());
    }

    private static List<Ruled.Hit> hits(List<RuleMatch> matches) {
        return matches.stream()
                .map(match -> new Ruled.Hit(match.rule().id(), match.rule().live()))
                .toList();
    }

    private static Uni<Classification> decide(
            RuleSet set, List<RuleMatch> matches, Supplier<Uni<Classification>> others) {
        Optional<RuleMatch> strictest = matches.stream()
                .filter(match -> match.rule().live())
                .min(Comparator.comparing(match -> match.rule().effect()));
        Uni<Classification> judged = strictest
                        .filter(match -> match.rule().effect() == RuleEffect.REJECT)
                        .isPresent()
                ? Uni.createFrom().item(() -> judgement(strictest.get()))
                : others.get()
                        .map(local -> strictest.isPresent() && local.action() != Action.REJECT
                                ? judgement(strictest.get())
                                : local);
        return judged.map(classification -> naming(set, classification));
    }

    private static Classification judgement(RuleMatch match) {
        CompiledRule rule = match.rule();
        Map<Label, Double> scores = new EnumMap<>(Label.class);
        for (Label label : Label.values()) {
            scores.put(label, label == rule.label() ? SURE : (1 - SURE) / (Label.values().length - 1));
        }
        String evidence = match.evidence();
        return new Classification(
                rule.label(),
                scores,
                rule.effect() == RuleEffect.REJECT ? Action.REJECT : Action.HOLD,
                Rung.RULES,
                List.of(new Reason(
                        Policy.of(rule.label()).clause(),
                        evidence.substring(0, Math.min(evidence.length(), LONGEST_EVIDENCE)))),
                "rule-" + rule.id());
    }

    private static Classification naming(RuleSet set, Classification judged) {
        return new Classification(
                judged.label(),
                judged.scores(),
                judged.action(),
                judged.rung(),
                judged.reasons(),
                judged.model() + "+ruleset-" + set.version());
    }
}
