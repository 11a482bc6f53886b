package io.cofound.content.comment;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.content.markdown.Markdown;
import io.cofound.content.post.Judgement;
import io.cofound.contracts.moderation.DecisionMade;
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

    /** Null while nothing is decided. */
    @Embedded
    Judgement judgement;

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

    /** @param shown whether others see it by that decision; what was replaced unseen stays unseen */
    void judge(DecisionMade decision, boolean shown) {
        judgement = Judgement.of(decision);
        published = judgement.allows() && (shown || published);
    }

    /** Whether the decision says what was applied before, or something older. */
    boolean knows(DecisionMade decision) {
        return judgement != null && judgement.knows(decision);
    }

    boolean isJudged() {
        return judgement != null;
    }

    boolean isAllowed() {
        return judgement != null && judgement.allows();
    }
}
