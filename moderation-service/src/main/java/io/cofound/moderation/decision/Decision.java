package io.cofound.moderation.decision;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Rung;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.moderation.classify.Classification;

/**
 * The judgement on one revision of something, as the latest of its rulings left it. What it quotes is emptied when its
 * author is erased.
 */
@Entity
class Decision {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    SubjectKind subjectKind;

    UUID subjectId;

    long subjectRevision;

    UUID communityId;

    UUID authorId;

    /** The author's when it was judged, 0 to 4. */
    int trustLevel;

    /** Number of the latest ruling, from 1. */
    long ruling;

    @Enumerated(EnumType.STRING)
    Label label;

    @Enumerated(EnumType.STRING)
    Action action;

    @Enumerated(EnumType.STRING)
    Rung rung;

    @Convert(converter = ClassificationConverter.class)
    Classification classification;

    /** Null once it is gone. */
    String text;

    String language;

    /** When the text was written. */
    Instant submittedAt;

    /** When the latest ruling was made. */
    Instant decidedAt;

    /** The cascade's; null for decisions of a time when it was not measured. */
    @Embedded
    Effort effort;

    protected Decision() {}

    Decision(Submission submission, int trustLevel, Classification classification, Effort effort) {
        Subject subject = submission.subject();
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.subjectKind = subject.kind();
        this.subjectId = subject.id();
        this.subjectRevision = subject.revision();
        this.communityId = subject.communityId();
        this.authorId = subject.authorId();
        this.trustLevel = trustLevel;
        this.text = submission.text();
        this.language = submission.language();
        this.submittedAt = subject.submittedAt();
        this.effort = effort;
        this.ruling = 1;
        judge(classification);
    }

    void rule(Verdict verdict) {
        ruling++;
        judge(verdict.classification());
    }

    Judged judged(Occasion occasion) {
        Subject subject = new Subject(subjectKind, subjectId, subjectRevision, communityId, authorId, submittedAt);
        return new Judged(id, ruling, subject, text, language, classification, occasion, decidedAt);
    }

    /** @param replacedBy the newer revision that is decided already, or null */
    DecisionMade made(Long replacedBy) {
        return new DecisionMade(
                id,
                subjectKind,
                subjectId,
                subjectRevision,
                ruling,
                communityId,
                authorId,
                label,
                action,
                rung,
                classification.scores(),
                classification.reasons(),
                classification.model(),
                decidedAt,
                replacedBy);
    }

    private void judge(Classification judgement) {
        classification = judgement;
        label = judgement.label();
        action = judgement.action();
        rung = judgement.rung();
        decidedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
