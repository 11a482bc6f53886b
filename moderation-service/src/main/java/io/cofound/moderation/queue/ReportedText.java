package io.cofound.moderation.queue;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.cofound.contracts.content.ContentReported;
import io.cofound.contracts.content.ReportCause;
import io.cofound.contracts.moderation.ReportOverturned;
import io.cofound.contracts.moderation.ReportUpheld;
import io.cofound.contracts.moderation.SubjectKind;

/** A member's word that a text should not be there. */
@Entity
@Table(name = "report")
class ReportedText {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    SubjectKind subjectKind;

    UUID subjectId;

    UUID communityId;

    UUID reporterId;

    UUID authorId;

    @Enumerated(EnumType.STRING)
    ReportCause cause;

    /** Null for nothing, and once the text's author was erased, as it may quote the text. */
    String note;

    Instant reportedAt;

    /** Null until people are asked about it, which they are of what others see. */
    UUID caseId;

    /** The refusal that answered it where nobody was asked; null otherwise. */
    UUID decisionId;

    /** Whether the latest ruling says the same. */
    boolean upheld;

    protected ReportedText() {}

    ReportedText(ContentReported report, String note) {
        this.id = report.reportId();
        this.subjectKind = report.subjectKind();
        this.subjectId = report.subjectId();
        this.communityId = report.communityId();
        this.reporterId = report.reporterId();
        this.authorId = report.authorId();
        this.cause = report.cause();
        this.note = note;
        this.reportedAt = report.reportedAt();
    }

    void join(ModerationCase moderationCase) {
        caseId = moderationCase.id;
    }

    void answeredBy(UUID refusal) {
        decisionId = refusal;
    }

    ReportUpheld uphold(Instant at) {
        upheld = true;
        return new ReportUpheld(id, subjectKind, subjectId, communityId, reporterId, authorId, at);
    }

    ReportOverturned overturn(Instant at) {
        upheld = false;
        return new ReportOverturned(id, subjectKind, subjectId, communityId, reporterId, authorId, at);
    }
}
