package io.cofound.moderation.decision;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Rung;
import io.cofound.moderation.classify.Classification;

/** One judgement on a decision's text. Never changed, but that what it quotes is emptied when its author is erased. */
@Entity
class Ruling {

    @Id
    UUID id;

    UUID decisionId;

    /** From 1. */
    long number;

    @Enumerated(EnumType.STRING)
    Occasion occasion;

    @Enumerated(EnumType.STRING)
    Label label;

    @Enumerated(EnumType.STRING)
    Action action;

    @Enumerated(EnumType.STRING)
    Rung rung;

    @Convert(converter = ClassificationConverter.class)
    Classification classification;

    /** Null for the cascade. */
    UUID madeBy;

    /** What the author is told beside the clause; null for nothing. */
    String reason;

    Instant madeAt;

    protected Ruling() {}

    private Ruling(Decision decision, Occasion occasion, UUID madeBy, String reason) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.decisionId = decision.id;
        this.number = decision.ruling;
        this.occasion = occasion;
        this.label = decision.classification.label();
        this.action = decision.classification.action();
        this.rung = decision.classification.rung();
        this.classification = decision.classification;
        this.madeBy = madeBy;
        this.reason = reason;
        this.madeAt = decision.decidedAt;
    }

    static Ruling first(Decision decision) {
        return new Ruling(decision, Occasion.CASCADE, null, null);
    }

    /** @param decision as the verdict left it */
    static Ruling of(Decision decision, Verdict verdict) {
        return new Ruling(decision, verdict.occasion(), verdict.by(), verdict.reason());
    }
}
