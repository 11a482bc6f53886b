package io.cofound.matching.opportunity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

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
     * Decisions may come late or twice. What is decided about texts that were replaced meanwhile cannot show them, only
     * take them from view.
     *
     * @return whether others see something else now
     */
    boolean decide(DecisionMade decision) {
        return revision == decision.subjectRevision() ? decideLatest(decision) : decideShown(decision);
    }

    private boolean decideLatest(DecisionMade decision) {
        if (judgement != null && judgement.knows(decision)) {
            return false;
        }
        judgement = Judgement.of(decision);
        state = TextState.after(decision.action());
        if (!judgement.allows()) {
            return showsLatest() && hide();
        }
        boolean before = showsLatest();
        shown = new Shown(revision, title, text, language, decision.decisionId(), decision.ruling());
        return !before;
    }

    private boolean decideShown(DecisionMade decision) {
        if (shown == null || shown.revision() != decision.subjectRevision() || shown.knows(decision)) {
            return false;
        }
        if (decision.action() != Action.PUBLISH) {
            return hide();
        }
        shown = shown.allowedBy(decision);
        return false;
    }

    private void replace(String newTitle, String newText) {
        title = newTitle;
        text = newText;
        language = LanguageDetector.detect(newTitle + "\n" + newText);
    }

    private boolean showsLatest() {
        return shown != null && shown.revision() == revision;
    }

    private boolean hide() {
        shown = null;
        return true;
    }
}
