package io.cofound.community.consent;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.community.ConsentsChanged;

import static java.util.Objects.requireNonNullElse;

/** What a member consents to from a moment on. Never changed: a new answer follows it. */
@Entity
class ConsentAnswer {

    @Id
    UUID id;

    UUID memberId;

    long revision;

    boolean recommendation;

    boolean externalProcessing;

    boolean analytics;

    String policyVersion;

    Instant answeredAt;

    protected ConsentAnswer() {}

    private ConsentAnswer(UUID memberId, long revision) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.memberId = memberId;
        this.revision = revision;
        this.answeredAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    static ConsentAnswer first(UUID memberId, ConsentChange change, String currentPolicy) {
        ConsentAnswer answer = new ConsentAnswer(memberId, 1);
        answer.recommendation = requireNonNullElse(change.recommendation(), false);
        answer.externalProcessing = requireNonNullElse(change.externalProcessing(), false);
        answer.analytics = requireNonNullElse(change.analytics(), false);
        answer.policyVersion = currentPolicy;
        return answer;
    }

    /**
     * What the change leaves out stays as it is. Consent that was given under an older policy is under the current one only
     * when all of it was answered anew; to withdraw a part of it renews nothing.
     */
    ConsentAnswer then(ConsentChange change, String currentPolicy) {
        ConsentAnswer answer = new ConsentAnswer(memberId, revision + 1);
        answer.recommendation = requireNonNullElse(change.recommendation(), recommendation);
        answer.externalProcessing = requireNonNullElse(change.externalProcessing(), externalProcessing);
        answer.analytics = requireNonNullElse(change.analytics(), analytics);
        boolean consentLeftOut = recommendation && change.recommendation() == null
                || externalProcessing && change.externalProcessing() == null
                || analytics && change.analytics() == null;
        answer.policyVersion = consentLeftOut ? policyVersion : currentPolicy;
        return answer;
    }

    boolean saysTheSameAs(ConsentAnswer other) {
        return recommendation == other.recommendation
                && externalProcessing == other.externalProcessing
                && analytics == other.analytics
                && policyVersion.equals(other.policyVersion);
    }

    /** Only consent is renewed; what was refused stays refused under any policy. */
    boolean needsRenewal(String currentPolicy) {
        return (recommendation || externalProcessing || analytics) && !policyVersion.equals(currentPolicy);
    }

    ConsentsChanged changed() {
        return new ConsentsChanged(
                memberId, revision, recommendation, externalProcessing, analytics, policyVersion, answeredAt);
    }
}
