package io.cofound.community.consent;

import java.time.Instant;

/** One answer of the past, as it was given. */
record ConsentAnswerView(
        long revision,
        boolean recommendation,
        boolean externalProcessing,
        boolean analytics,
        String policyVersion,
        Instant changedAt) {

    static ConsentAnswerView of(ConsentAnswer answer) {
        return new ConsentAnswerView(
                answer.revision,
                answer.recommendation,
                answer.externalProcessing,
                answer.analytics,
                answer.policyVersion,
                answer.answeredAt);
    }
}
