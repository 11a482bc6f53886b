package io.cofound.moderation.decision;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.opinion.Question;

/** A text that waits for the language model's opinion, with the judgement that holds if there will be none. */
@Entity
class PendingReview {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    SubjectKind subjectKind;

    UUID subjectId;

    long subjectRevision;

    UUID communityId;

    UUID authorId;

    int trustLevel;

    String text;

    String language;

    @Convert(converter = ClassificationConverter.class)
    Classification classification;

    /** What the local rungs took. */
    long localMillis;

    /** How many workers took it; each but the last died over it or was too slow. */
    int attempts;

    /** Until then one worker has it. */
    Instant leasedUntil;

    Instant submittedAt;

    protected PendingReview() {}

    PendingReview(Submission submission, int trustLevel, Classification local, Effort effort) {
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
        this.classification = local;
        this.localMillis = effort.millis();
        this.submittedAt = subject.submittedAt();
        this.leasedUntil = Instant.now();
    }

    void leaseUntil(Instant end) {
        leasedUntil = end;
        attempts++;
    }

    Submission submission() {
        Subject subject = new Subject(subjectKind, subjectId, subjectRevision, communityId, authorId, submittedAt);
        return new Submission(subject, text, language);
    }

    Effort effort() {
        return new Effort(localMillis, null);
    }

    Question question() {
        return new Question(subjectId, subjectRevision, communityId, authorId, text);
    }
}
