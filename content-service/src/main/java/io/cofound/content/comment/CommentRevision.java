package io.cofound.content.comment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.content.markdown.Markdown;
import io.cofound.content.post.DecisionView;
import io.cofound.content.post.ReasonsConverter;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Reason;
import io.cofound.contracts.moderation.Rung;
import io.cofound.platform.text.LanguageDetector;

/** One text of a comment, which never changes, and what was decided about it. Its id is that of its submission, too. */
@Entity
class CommentRevision {

    @Id
    UUID id;

    UUID commentId;

    long number;

    String body;

    /** The body, rendered and sanitised. */
    String html;

    String language;

    /** Whether others see it, or saw it before another one. */
    boolean published;

    Instant submittedAt;

    UUID decisionId;

    /** Number of the ruling that was applied last; 0 while there was none. */
    long ruling;

    @Enumerated(EnumType.STRING)
    Label label;

    @Enumerated(EnumType.STRING)
    Action action;

    @Enumerated(EnumType.STRING)
    Rung rung;

    @Convert(converter = ReasonsConverter.class)
    List<Reason> reasons;

    Instant decidedAt;

    protected CommentRevision() {}

    CommentRevision(UUID commentId, long number, String body, boolean published, Instant submittedAt) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.commentId = commentId;
        this.number = number;
        this.body = body;
        this.html = Markdown.html(body);
        this.language = LanguageDetector.detect(body);
        this.published = published;
        this.submittedAt = submittedAt;
    }

    /** @param latest whether the author has written nothing newer; what was replaced unseen stays unseen */
    void judge(DecisionMade decision, boolean latest) {
        published = decision.action() == Action.PUBLISH && (latest || published);
        decisionId = decision.decisionId();
        ruling = decision.ruling();
        label = decision.label();
        action = decision.action();
        rung = decision.rung();
        reasons = decision.reasons();
        decidedAt = decision.decidedAt();
    }

    /** Whether the decision says what was applied before, or something older. */
    boolean knows(DecisionMade decision) {
        return decision.decisionId().equals(decisionId) && decision.ruling() <= ruling;
    }

    boolean isJudged() {
        return action != null;
    }

    /** Null while nothing is decided. */
    DecisionView decision() {
        return decisionId == null ? null : new DecisionView(decisionId, label, action, rung, reasons, decidedAt);
    }
}
