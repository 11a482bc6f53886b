package io.cofound.moderation.decision;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.moderation.classify.Classification;

/**
 * A judgement that was passed on one revision of something. Never changed, but that what it quotes is emptied when its
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

    @Convert(converter = ClassificationConverter.class)
    Classification classification;

    /** When the text was written. */
    Instant submittedAt;

    Instant decidedAt;

    protected Decision() {}

    Decision(Subject subject, int trustLevel, Classification classification) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.subjectKind = subject.kind();
        this.subjectId = subject.id();
        this.subjectRevision = subject.revision();
        this.communityId = subject.communityId();
        this.authorId = subject.authorId();
        this.trustLevel = trustLevel;
        this.submittedAt = subject.submittedAt();
        this.classification = classification;
        this.decidedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    DecisionMade made() {
        return new DecisionMade(
                id,
                subjectKind,
                subjectId,
                subjectRevision,
                communityId,
                authorId,
                classification.label(),
                classification.action(),
                classification.rung(),
                classification.scores(),
                classification.reasons(),
                classification.model(),
                decidedAt);
    }
}
