package io.cofound.moderation.rules;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.cofound.moderation.rules.CompiledRule.RuleMatch;

/** What applied at one time; never changes. */
record RuleSet(long version, List<CompiledRule> rules) {

    /** CPU-bound; not for the event loop. */
    List<RuleMatch> match(UUID communityId, String text) {
        Reading reading = Reading.of(text);
        return rules.stream()
                .map(rule -> rule.match(communityId, reading))
                .flatMap(Optional::stream)
                .toList();
    }
}
