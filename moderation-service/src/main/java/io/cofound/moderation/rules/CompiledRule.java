package io.cofound.moderation.rules;

import java.util.Optional;
import java.util.UUID;

import io.cofound.contracts.moderation.Label;

/** @param communityId null for a rule that applies everywhere */
record CompiledRule(UUID id, Label label, RuleEffect effect, boolean live, UUID communityId, Finder finder) {

    static CompiledRule of(ModerationRule rule) {
        return new CompiledRule(
                rule.id,
                rule.label,
                rule.effect,
                rule.state == RuleState.LIVE,
                rule.communityId,
                RuleCompiler.compile(rule.definition));
    }

    Optional<RuleMatch> match(UUID community, Reading reading) {
        return communityId == null || communityId.equals(community)
                ? finder.in(reading).map(span -> new RuleMatch(this, reading.quote(span)))
                : Optional.empty();
    }

    /** @param evidence what the author wrote where the rule found something */
    record RuleMatch(CompiledRule rule, String evidence) {}
}
