package io.cofound.moderation.rules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.moderation.Label;
import io.cofound.platform.web.problem.Problem;

/** A rule that somebody wrote. What it looks for never changes; another wording is another rule. */
@Entity
class ModerationRule {

    @Id
    UUID id;

    long revision;

    String name;

    String tag;

    @Enumerated(EnumType.STRING)
    Label label;

    @Enumerated(EnumType.STRING)
    RuleEffect effect;

    /** Null: applies everywhere. */
    UUID communityId;

    @Enumerated(EnumType.STRING)
    RuleState state;

    @Convert(converter = DefinitionConverter.class)
    Definition definition;

    UUID createdBy;

    Instant createdAt;

    protected ModerationRule() {}

    ModerationRule(RuleDraft draft, UUID author) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.revision = 1;
        this.name = draft.name().strip();
        this.tag = draft.tag();
        this.label = draft.label();
        this.effect = draft.effect();
        this.communityId = draft.communityId();
        this.state = RuleState.DRAFT;
        this.definition = draft.definition();
        this.createdBy = author;
        this.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where the state does not follow */
    void become(RuleState next) {
        if (!state.mayBecome(next)) {
            throw Problem.conflict(
                    "rule-state", "A rule that is " + state + " cannot become " + next + "; LIVE comes after SHADOW.");
        }
        state = next;
        revision++;
    }
}
