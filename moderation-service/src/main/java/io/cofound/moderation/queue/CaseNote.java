package io.cofound.moderation.queue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;

/** What a moderator wants others to know of a case. Authors never see it. */
@Entity
class CaseNote {

    @Id
    UUID id;

    UUID caseId;

    UUID writerId;

    /** Empty once its writer was erased. */
    String text;

    Instant writtenAt;

    protected CaseNote() {}

    CaseNote(UUID caseId, UUID writerId, String text) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.caseId = caseId;
        this.writerId = writerId;
        this.text = text;
        this.writtenAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
