package io.cofound.community.consent;

import java.time.Instant;

/**
 * What a member consents to.
 *
 * @param revision counts the answers from 1; 0 when nothing was ever answered
 * @param policyVersion the policy that was answered under; null when nothing was ever answered
 * @param currentPolicyVersion the policy in force
 * @param renewalNeeded whether there is consent that was given under an older policy; it holds until it is withdrawn
 * @param changedAt null when nothing was ever answered
 */
record ConsentsView(
        long revision,
        boolean recommendation,
        boolean externalProcessing,
        boolean analytics,
        String policyVersion,
        String currentPolicyVersion,
        boolean renewalNeeded,
        Instant changedAt) {

    /** @param answer the latest; null when nothing was ever answered, which is no consent to anything */
    static ConsentsView of(ConsentAnswer answer, String currentPolicy) {
        return answer == null
                ? new ConsentsView(0, false, false, false, null, currentPolicy, false, null)
                : new ConsentsView(
                        answer.revision,
                        answer.recommendation,
                        answer.externalProcessing,
                        answer.analytics,
                        answer.policyVersion,
                        currentPolicy,
                        answer.needsRenewal(currentPolicy),
                        answer.answeredAt);
    }
}
