package io.cofound.moderation.rules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

/**
 * Which rules a member wrote or changed. The rules are the platform's; after an erasure only an id that nobody has any
 * more says who wrote them.
 */
@ApplicationScoped
class RulePersonalData implements PersonalData {

    /** A rule that the member wrote. */
    record WrittenRule(UUID id, String name, Instant createdAt) {}

    /** A state that the member brought a rule into. */
    record RuleMove(UUID ruleId, String state, Instant changedAt) {}

    private final RuleRepository rules;

    RulePersonalData(RuleRepository rules) {
        this.rules = rules;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return rules.list("createdBy = ?1 order by createdAt", memberId).chain(written -> rules.changesBy(memberId)
                .map(changes -> List.of(
                        new Holding(
                                "moderation-rules",
                                written.stream()
                                        .map(rule -> new WrittenRule(rule.id, rule.name, rule.createdAt))
                                        .toList()),
                        new Holding(
                                "changes-of-moderation-rules",
                                changes.stream()
                                        .map(row ->
                                                new RuleMove((UUID) row[0], (String) row[1], RuleHits.instant(row[2])))
                                        .toList()))));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return Uni.createFrom().voidItem();
    }
}
