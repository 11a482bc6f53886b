package io.cofound.community.joinrequest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.platform.web.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Somebody's wish to join a community; one for each member and community, asked again if need be. */
@Entity
class JoinRequest {

    /** How long somebody who was declined has to wait before asking again. */
    static final Duration PATIENCE = Duration.ofDays(7);

    @Id
    UUID id;

    long revision;

    UUID communityId;

    UUID memberId;

    String message;

    @Enumerated(EnumType.STRING)
    JoinRequestState state;

    Instant askedAt;

    Instant answeredAt;

    UUID answeredBy;

    String reason;

    protected JoinRequest() {}

    JoinRequest(UUID communityId, UUID memberId, String message) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.communityId = communityId;
        this.memberId = memberId;
        ask(message);
    }

    boolean isPending() {
        return state == JoinRequestState.PENDING;
    }

    /** @throws HttpProblem 409 while a refusal is not long enough ago */
    void askAgain(String newMessage) {
        Instant allowed = answeredAt == null ? Instant.MIN : answeredAt.plus(PATIENCE);
        if (state == JoinRequestState.DECLINED && Instant.now().isBefore(allowed)) {
            throw HttpProblem.builder(Problem.conflict(
                            "asked-recently", "Your request was declined. You may ask again from " + allowed + "."))
                    .with("askAgainAt", allowed.toString())
                    .build();
        }
        ask(newMessage);
    }

    /** @throws HttpProblem 409 when it does not wait for an answer any more */
    void answer(JoinRequestState answer, UUID moderatorId, String why) {
        requirePending();
        close(answer, moderatorId, why);
    }

    /** @throws HttpProblem 409 when it does not wait for an answer any more */
    void withdraw() {
        requirePending();
        close(JoinRequestState.WITHDRAWN, null, null);
    }

    private void ask(String newMessage) {
        message = newMessage;
        state = JoinRequestState.PENDING;
        askedAt = now();
        answeredAt = null;
        answeredBy = null;
        reason = null;
        revision++;
    }

    private void close(JoinRequestState answer, UUID by, String why) {
        state = answer;
        answeredAt = now();
        answeredBy = by;
        reason = why;
        revision++;
    }

    private void requirePending() {
        if (!isPending()) {
            throw Problem.conflict("already-answered", "This request does not wait for an answer any more.");
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
