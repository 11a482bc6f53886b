package io.cofound.community.member;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.moderation.DecisionMade;

/** What a member wrote last in own words, as far as others do not see it, and how it was judged. */
@Embeddable
class OwnWords {

    /** The name that came with the first token. Never null, so that Hibernate makes one for every member. */
    String givenName;

    /** Null while others see what was written last, as are headline, about and links. */
    String writtenName;

    String writtenHeadline;

    String writtenAbout;

    String[] writtenLinks;

    /** On its way through judgement; null if nothing ever was. */
    UUID submissionId;

    /** Of the member at which it was written; null if there is nothing to judge. */
    @Column(name = "words_revision")
    Long revision;

    /** Null if nothing was ever written. */
    @Column(name = "words_state")
    @Enumerated(EnumType.STRING)
    WordsState state;

    Instant submittedAt;

    /** Null until it is judged. */
    @Embedded
    Judgement judgement;

    /** Of the member at which that was written which others see; null if that was never judged. */
    Long shownRevision;

    UUID shownDecisionId;

    Long shownRuling;

    /** What a refusal took from view, which may come back; null once others see anything else. */
    @Embedded
    Withheld withheld;

    protected OwnWords() {}

    OwnWords(String givenName) {
        this.givenName = givenName;
    }

    /** Null while others see what was written last. */
    Words written() {
        return writtenName == null
                ? null
                : new Words(writtenName, writtenHeadline, writtenAbout, List.of(writtenLinks));
    }

    boolean isPending() {
        return state == WordsState.PENDING;
    }

    void submit(Words words, long atRevision) {
        keep(words);
        submissionId = UuidCreator.getTimeOrderedEpoch();
        submittedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        revision = atRevision;
        state = WordsState.PENDING;
        judgement = null;
    }

    /** The member is content with what others see. */
    void takeBack() {
        keep(null);
        revision = null;
        state = shownRevision == null ? null : WordsState.PUBLISHED;
        judgement = null;
        withheld = null;
    }

    /**
     * Decisions may come late or twice. What is decided about words that were replaced meanwhile can only take them from
     * view, and give them back while nothing newer was seen.
     *
     * @param shown what others see
     * @return what they see now
     */
    Words decide(DecisionMade decision, Words shown) {
        boolean latest = isLatest(decision.subjectRevision());
        if (knows(decision) || !(latest || shows(decision.subjectRevision()) || withholds(decision))) {
            return shown;
        }
        Judgement judged = Judgement.of(decision);
        if (latest) {
            judgement = judged;
            revision = decision.subjectRevision();
            state = WordsState.after(decision.action());
        }
        if (judged.allows()) {
            return allow(decision, latest, shown);
        }
        return refuse(decision, latest, shown);
    }

    private Words refuse(DecisionMade decision, boolean latest, Words shown) {
        if (withholds(decision)) {
            withheld = withheld.after(decision);
        }
        if (!shows(decision.subjectRevision())) {
            return shown;
        }
        if (latest) {
            keep(shown);
        }
        withheld = Withheld.of(shown, decision);
        shown(null, null, null);
        return Words.name(givenName);
    }

    private Words allow(DecisionMade decision, boolean latest, Words shown) {
        Words allowed = withholds(decision) ? withheld.words() : shown;
        if (latest) {
            allowed = written() == null ? allowed : written();
            keep(null);
        }
        withheld = null;
        shown(decision.subjectRevision(), decision.decisionId(), decision.ruling());
        return allowed;
    }

    private boolean isLatest(long number) {
        return revision == null ? writtenName == null && shows(number) : revision == number;
    }

    private boolean shows(long number) {
        return shownRevision != null && shownRevision == number;
    }

    private boolean knows(DecisionMade decision) {
        boolean ofShown = shows(decision.subjectRevision())
                && decision.decisionId().equals(shownDecisionId)
                && decision.ruling() <= shownRuling;
        return ofShown
                || judgement != null && judgement.knows(decision)
                || withheld != null && withheld.knows(decision);
    }

    private boolean withholds(DecisionMade decision) {
        return withheld != null && withheld.revision() == decision.subjectRevision();
    }

    private void shown(Long number, UUID decisionId, Long ruling) {
        shownRevision = number;
        shownDecisionId = decisionId;
        shownRuling = ruling;
    }

    private void keep(Words words) {
        writtenName = words == null ? null : words.displayName();
        writtenHeadline = words == null ? null : words.headline();
        writtenAbout = words == null ? null : words.about();
        writtenLinks = words == null ? null : words.links().toArray(String[]::new);
    }
}
