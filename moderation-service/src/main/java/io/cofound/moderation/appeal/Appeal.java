package io.cofound.moderation.appeal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.AppealDecided;
import io.cofound.contracts.moderation.AppealOutcome;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.moderation.decision.Judged;
import io.cofound.moderation.decision.Subject;

/** What an author says against a ruling. */
@Entity
class Appeal {

    @Id
    UUID id;

    UUID decisionId;

    /** The one it is against. */
    long ruling;

    UUID caseId;

    @Enumerated(EnumType.STRING)
    SubjectKind subjectKind;

    UUID subjectId;

    UUID communityId;

    UUID authorId;

    /** Empty once the author was erased. */
    String text;

    @Enumerated(EnumType.STRING)
    AppealState state;

    Instant filedAt;

    /** Null while it is open. */
    Instant closedAt;

    protected Appeal() {}

    Appeal(Judged against, UUID caseId, String text) {
        Subject subject = against.subject();
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.decisionId = against.decisionId();
        this.ruling = against.ruling();
        this.caseId = caseId;
        this.subjectKind = subject.kind();
        this.subjectId = subject.id();
        this.communityId = subject.communityId();
        this.authorId = subject.authorId();
        this.text = text;
        this.state = AppealState.OPEN;
        this.filedAt = now();
    }

    /** @param ruled the decision with the ruling that was made on the appeal */
    AppealDecided decide(Judged ruled) {
        boolean overturned = ruled.classification().action() == Action.PUBLISH;
        state = overturned ? AppealState.OVERTURNED : AppealState.UPHELD;
        closedAt = ruled.judgedAt();
        return new AppealDecided(
                id,
                decisionId,
                ruled.ruling(),
                subjectKind,
                subjectId,
                communityId,
                authorId,
                overturned ? AppealOutcome.OVERTURNED : AppealOutcome.UPHELD,
                closedAt);
    }

    void withdraw() {
        state = AppealState.WITHDRAWN;
        closedAt = now();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
