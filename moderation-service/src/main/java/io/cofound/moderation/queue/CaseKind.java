package io.cofound.moderation.queue;

import io.cofound.contracts.moderation.Action;
import io.cofound.moderation.decision.Occasion;

/** Why people are asked about a text. */
public enum CaseKind {
    /** The cascade held it. */
    REVIEW(Occasion.REVIEW),
    /** Members reported it. */
    REPORT(Occasion.REPORT),
    /** Its author appealed. */
    APPEAL(Occasion.APPEAL),
    /** It was drawn at random from what the cascade published or rejected, to measure how good it is. */
    SAMPLE(Occasion.SAMPLE),
    /** A case that was resolved is looked at again by somebody who does not know how; nothing is ruled. */
    SECOND(Occasion.REVIEW);

    private final Occasion occasion;

    CaseKind(Occasion occasion) {
        this.occasion = occasion;
    }

    Occasion occasion() {
        return occasion;
    }

    /** Whether what was found before is not shown, so that it does not sway who answers. */
    boolean isBlind() {
        return this == SAMPLE || this == SECOND;
    }

    /** Whether whoever answers another case about the same decision answers this one, too. */
    boolean isAnsweredBy(Action action) {
        return switch (this) {
            case REVIEW, REPORT, SAMPLE -> true;
            // A refusal by somebody else does not decide what the author has to say against one.
            case APPEAL -> action == Action.PUBLISH;
            case SECOND -> false;
        };
    }
}
