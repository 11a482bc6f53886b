package io.cofound.moderation.rules;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.cofound.contracts.moderation.Label;

/**
 * A rule as those who moderate see it.
 *
 * @param figures what it caught in the time that hits are kept
 * @param history every state it was in, oldest first; null in lists
 */
record RuleView(
        UUID id,
        long revision,
        String name,
        String tag,
        Label label,
        RuleEffect effect,
        UUID communityId,
        Definition.Kind kind,
        List<String> terms,
        Set<Definition.Channel> channels,
        RuleState state,
        RuleFigures figures,
        UUID createdBy,
        Instant createdAt,
        List<Change> history) {

    /** @param ruleSet version of the rule set that began with it */
    record Change(long revision, RuleState state, UUID changedBy, Instant changedAt, long ruleSet) {}

    static RuleView of(ModerationRule rule, RuleFigures figures, List<Change> history) {
        return new RuleView(
                rule.id,
                rule.revision,
                rule.name,
                rule.tag,
                rule.label,
                rule.effect,
                rule.communityId,
                rule.definition.kind(),
                rule.definition.terms(),
                rule.definition.channels(),
                rule.state,
                figures,
                rule.createdBy,
                rule.createdAt,
                history);
    }
}
