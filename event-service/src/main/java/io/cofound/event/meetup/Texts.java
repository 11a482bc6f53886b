package io.cofound.event.meetup;

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

/** What a meetup says as it was written last, how that was judged, and what others see of it until then. */
@Embeddable
class Texts {

    String title;

    String description;

    /** On their way through judgement; null for a draft. */
    UUID submissionId;

    /** Of the meetup at which they were written; null for a draft. */
    @Column(name = "text_revision")
    Long revision;

    /** Null for a draft. */
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
    @AttributeOverride(name = "description", column = @Column(name = "withheld_description"))
    @AttributeOverride(name = "decisionId", column = @Column(name = "withheld_decision_id"))
    @AttributeOverride(name = "ruling", column = @Column(name = "withheld_ruling"))
    Shown withheld;

    protected Texts() {}

    Texts(String title, String description) {
        this.title = title;
        this.description = description;
    }

    /** @return whether that is something else than before */
    boolean write(String newTitle, String newDescription) {
        boolean differs = !title.equals(newTitle) || !description.equals(newDescription);
        title = newTitle;
        description = newDescription;
        return differs;
    }

    void submit(long atRevision) {
        submissionId = UuidCreator.getTimeOrderedEpoch();
        submittedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        revision = atRevision;
        state = TextState.PENDING;
        judgement = null;
    }

    /** Nobody needs to judge them any more. */
    void withdraw() {
        if (isPending()) {
            submissionId = null;
            revision = null;
            state = null;
        }
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
     * @param mayShow whether what is allowed is shown
     * @return whether others see something else now
     */
    boolean decide(DecisionMade decision, boolean mayShow) {
        if (revision != null && revision == decision.subjectRevision()) {
            return decideLatest(decision, mayShow);
        }
        return isShown() ? decideShown(decision) : decideWithheld(decision, mayShow);
    }

    private boolean decideLatest(DecisionMade decision, boolean mayShow) {
        if (judgement != null && judgement.knows(decision)) {
            return false;
        }
        judgement = Judgement.of(decision);
        state = TextState.after(decision.action());
        if (!judgement.allows()) {
            return showsLatest() && withhold(decision);
        }
        if (!mayShow) {
            return false;
        }
        boolean before = showsLatest();
        show(new Shown(revision, title, description, decision.decisionId(), decision.ruling()));
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

    private boolean decideWithheld(DecisionMade decision, boolean mayShow) {
        if (withheld == null || !withheld.concerns(decision)) {
            return false;
        }
        withheld = withheld.after(decision);
        if (decision.action() != Action.PUBLISH || !mayShow) {
            return false;
        }
        show(withheld);
        return true;
    }

    private boolean showsLatest() {
        return shown != null && revision != null && shown.revision() == revision;
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
