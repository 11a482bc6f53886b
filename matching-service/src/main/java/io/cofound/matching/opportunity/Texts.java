package io.cofound.matching.opportunity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.platform.text.LanguageDetector;

/** What a need or an offer says as it was written last, how that was judged, and what others see of it until then. */
@Embeddable
class Texts {

    String title;

    String text;

    String language;

    /** On their way through judgement; null for what was published before there was judgement. */
    UUID submissionId;

    /** Of the need or offer at which they were written. */
    @Column(name = "text_revision")
    long revision;

    @Column(name = "text_state")
    @Enumerated(EnumType.STRING)
    TextState state;

    Instant submittedAt;

    /** Null until they are judged. */
    @Embedded
    Judgement judgement;

    /** Null while others see nothing. */
    @Embedded
    Shown shown;

    /** What a refusal took from view, which may come back; null once others see anything else. */
    @Embedded
    @AttributeOverride(name = "revision", column = @Column(name = "withheld_revision"))
    @AttributeOverride(name = "title", column = @Column(name = "withheld_title"))
    @AttributeOverride(name = "text", column = @Column(name = "withheld_text"))
    @AttributeOverride(name = "language", column = @Column(name = "withheld_language"))
    @AttributeOverride(name = "decisionId", column = @Column(name = "withheld_decision_id"))
    @AttributeOverride(name = "ruling", column = @Column(name = "withheld_ruling"))
    Shown withheld;

    protected Texts() {}

    Texts(String title, String text) {
        replace(title, text);
    }

    /** @return whether that is something else than before */
    boolean write(String newTitle, String newText) {
        boolean differs = !title.equals(newTitle) || !text.equals(newText);
        replace(newTitle, newText);
        return differs;
    }

    void submit(long atRevision) {
        submissionId = UuidCreator.getTimeOrderedEpoch();
        submittedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        revision = atRevision;
        state = TextState.PENDING;
        judgement = null;
    }

    boolean isPending() {
        return state == TextState.PENDING;
    }

    boolean isShown() {
        return shown != null;
    }

    /**
     * Decisions may come late or twice. What is decided about texts that were replaced meanwhile can only take them from
     * view, and give them back while nothing newer was seen.
     *
     * @return whether others see something else now
     */
    boolean decide(DecisionMade decision) {
        if (revision == decision.subjectRevision()) {
            return decideLatest(decision);
        }
        return isShown() ? decideShown(decision) : decideWithheld(decision);
    }

    private boolean decideLatest(DecisionMade decision) {
        if (judgement != null && judgement.knows(decision)) {
            return false;
        }
        judgement = Judgement.of(decision);
        state = TextState.after(decision.action());
        if (!judgement.allows()) {
            return showsLatest() && withhold(decision);
        }
        boolean before = showsLatest();
        show(new Shown(revision, title, text, language, decision.decisionId(), decision.ruling()));
        return !before;
    }

    private boolean decideShown(DecisionMade decision) {
        if (!shown.concerns(decision)) {
            return false;
        }
        if (decision.action() != Action.PUBLISH) {
            return withhold(decision);
        }
        shown = shown.after(decision);
        return false;
    }

    private boolean decideWithheld(DecisionMade decision) {
        if (withheld == null || !withheld.concerns(decision)) {
            return false;
        }
        withheld = withheld.after(decision);
        if (decision.action() != Action.PUBLISH) {
            return false;
        }
        show(withheld);
        return true;
    }

    private void replace(String newTitle, String newText) {
        title = newTitle;
        text = newText;
        language = LanguageDetector.detect(newTitle + "\n" + newText);
    }

    private boolean showsLatest() {
        return shown != null && shown.revision() == revision;
    }

    private void show(Shown texts) {
        shown = texts;
        withheld = null;
    }

    private boolean withhold(DecisionMade decision) {
        withheld = shown.after(decision);
        shown = null;
        return true;
    }
}
