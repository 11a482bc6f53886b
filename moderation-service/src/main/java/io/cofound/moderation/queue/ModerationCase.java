package io.cofound.moderation.queue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.content.ReportCause;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.moderation.decision.Judged;
import io.cofound.moderation.decision.Subject;

/**
 * A question to people about one decision. The text stays as long as the case does, to be learnt from, unless it is
 * removed or its author erased.
 */
@Entity
class ModerationCase {

    /** Whether the question still stands; claims are beside it, since they end by themselves. */
    enum Stage {
        OPEN,
        RESOLVED,
        WITHDRAWN
    }

    @Id
    UUID id;

    /** Counts its changes from 1. */
    long revision;

    UUID decisionId;

    /** The one it asks about. */
    long ruling;

    @Enumerated(EnumType.STRING)
    CaseKind kind;

    @Enumerated(EnumType.STRING)
    Stage stage;

    @Enumerated(EnumType.STRING)
    SubjectKind subjectKind;

    UUID subjectId;

    long subjectRevision;

    UUID communityId;

    UUID authorId;

    Instant submittedAt;

    /** The judgement's. */
    @Enumerated(EnumType.STRING)
    Label label;

    /** Probability of anything but OK, 0 to 1. */
    double risk;

    /** Whether it is likely to hurt whoever reads it. */
    boolean severe;

    double harm;

    double reach;

    double uncertainty;

    double priority;

    int reports;

    String language;

    /** Null once it is gone. */
    String text;

    /** What the author says in an appeal; null for other kinds, and once the author was erased. */
    String plea;

    /** Not for those who had a part in the decision. */
    boolean freshEyes;

    /** For a third person, of the platform. */
    boolean platformOnly;

    /** Which one a blind second review looks at again; null for others. */
    UUID firstCaseId;

    /** Who has it, or had it last. */
    UUID claimedBy;

    /** When whoever has it, or had it last, took it. */
    Instant claimedAt;

    /** Null once it was given back. */
    Instant claimedUntil;

    UUID resolvedBy;

    @Enumerated(EnumType.STRING)
    Label resolvedLabel;

    @Enumerated(EnumType.STRING)
    Action resolvedAction;

    Instant openedAt;

    Instant closedAt;

    protected ModerationCase() {}

    ModerationCase(CaseKind kind, Judged judged) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.revision = 1;
        this.kind = kind;
        this.stage = Stage.OPEN;
        this.freshEyes = kind == CaseKind.APPEAL || kind == CaseKind.SECOND;
        this.openedAt = now();
        ask(judged);
    }

    /** The same question about a newer text, as the older one was replaced. Whoever had it has to look again. */
    void move(Judged judged) {
        ask(judged);
        release();
    }

    void weigh(Priority weight, Set<ReportCause> causes, int reportCount) {
        harm = weight.harm();
        reach = weight.reach();
        uncertainty = weight.uncertainty();
        priority = weight.value();
        reports = reportCount;
        // Of what is blind that would tell what was found.
        severe = !kind.isBlind() && label == Label.ABUSE
                || causes.contains(ReportCause.ABUSE)
                || causes.contains(ReportCause.NOT_THEIRS);
        revision++;
    }

    void weighLike(ModerationCase earlier) {
        harm = earlier.harm;
        reach = earlier.reach;
        uncertainty = earlier.uncertainty;
        priority = earlier.priority;
        severe = earlier.severe;
    }

    void plead(String words) {
        plea = words;
    }

    /** It hurts as much as then, which is counted and not told. */
    void lookAgainAt(ModerationCase first) {
        firstCaseId = first.id;
        severe = first.severe;
    }

    /** What two people disagree about, a third one from outside decides. */
    void callThirdPerson() {
        freshEyes = true;
        platformOnly = true;
    }

    void claim(UUID moderatorId, Instant until) {
        claimedBy = moderatorId;
        claimedAt = now();
        claimedUntil = until;
        revision++;
    }

    /** Who had it has read it all the same. */
    void release() {
        claimedUntil = null;
        revision++;
    }

    void resolve(UUID moderatorId, Label found, Action action) {
        stage = Stage.RESOLVED;
        resolvedBy = moderatorId;
        resolvedLabel = found;
        resolvedAction = action;
        close();
    }

    void withdraw() {
        stage = Stage.WITHDRAWN;
        close();
    }

    void forgetWords() {
        text = null;
        plea = null;
    }

    CaseState state() {
        return switch (stage) {
            case RESOLVED -> new CaseState.Resolved(resolvedBy, resolvedLabel, resolvedAction, closedAt);
            case WITHDRAWN -> new CaseState.Withdrawn(closedAt);
            case OPEN ->
                claimedUntil != null && claimedUntil.isAfter(Instant.now())
                        ? new CaseState.Claimed(claimedBy, claimedUntil)
                        : new CaseState.Open();
        };
    }

    /** Whether its text is only for whoever takes it: it is likely to hurt, or nobody is to know whether it is. */
    boolean mayHurt() {
        return severe || kind == CaseKind.SECOND && isOpen();
    }

    boolean isOpen() {
        return stage == Stage.OPEN;
    }

    private void ask(Judged judged) {
        Subject subject = judged.subject();
        decisionId = judged.decisionId();
        ruling = judged.ruling();
        subjectKind = subject.kind();
        subjectId = subject.id();
        subjectRevision = subject.revision();
        communityId = subject.communityId();
        authorId = subject.authorId();
        submittedAt = subject.submittedAt();
        label = judged.classification().label();
        risk = judged.classification().risk();
        language = judged.language();
        text = judged.text();
    }

    private void close() {
        claimedBy = null;
        claimedAt = null;
        claimedUntil = null;
        closedAt = now();
        revision++;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
