package io.cofound.moderation.opinion;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.langchain4j.model.output.TokenUsage;
import io.cofound.moderation.budget.Budget;
import io.cofound.moderation.egress.Egress;
import io.cofound.moderation.egress.Outcome;
import io.cofound.moderation.egress.Passage;
import io.cofound.moderation.opinion.BoundedChatModel.LateAnswer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** Sees before a text leaves that it is paid for and written down, and afterwards what became of it. */
@ApplicationScoped
class Outlay {

    private final Budget budget;
    private final Egress egress;
    private final OpinionConfig config;
    private final MeterRegistry meters;

    Outlay(Budget budget, Egress egress, OpinionConfig config, MeterRegistry meters) {
        this.budget = budget;
        this.egress = egress;
        this.config = config;
        this.meters = meters;
    }

    /** @return null when the day's budget does not have as much left */
    @WithTransaction
    Uni<Permit> open(Question question, Redacted redacted, String fenced) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Permit permit = new Permit(
                id,
                question.communityId(),
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                budget.most(Prompt.bytes(fenced), config.mostTokens()),
                now);
        Passage passage = new Passage(
                id,
                now,
                question.subjectId(),
                question.subjectRevision(),
                question.communityId(),
                question.authorId(),
                config.baseUrl().getHost(),
                config.model(),
                Prompt.VERSION,
                fenced.length(),
                redacted.removed());
        return budget.reserve(permit.communityId(), permit.day(), permit.micros())
                .chain(granted -> granted
                        ? egress.begin(passage).replaceWith(permit)
                        : Uni.createFrom().nullItem());
    }

    /**
     * Without a usable price of the vendor's all that was set aside counts as spent.
     *
     * @param answer null when there was none
     * @param failure null when there was an answer
     */
    @WithTransaction
    Uni<Void> close(Permit permit, Answer answer, Throwable failure) {
        if (failure instanceof CircuitBreakerOpenException
                || failure instanceof java.util.concurrent.RejectedExecutionException) {
            return egress.cancel(permit.id())
                    .chain(() -> budget.giveBack(permit.communityId(), permit.day(), permit.micros()));
        }
        long cost = answer == null ? permit.micros() : cost(permit, answer.usage());
        Outcome outcome = failure == null
                ? Outcome.ANSWERED
                : failure instanceof LateAnswer ? Outcome.TIMED_OUT : Outcome.UNUSABLE;
        Duration took = Duration.between(permit.since(), Instant.now());
        meters.timer("cofound.moderation.opinion.time", "outcome", outcome.name())
                .record(took);
        meters.counter("cofound.moderation.cost.micros", "rung", "LLM").increment(cost);
        return egress.end(permit.id(), outcome, cost, took.toMillis())
                .chain(() -> budget.giveBack(permit.communityId(), permit.day(), permit.micros() - cost));
    }

    /** A vendor that counts more than there was is not believed. */
    private long cost(Permit permit, TokenUsage usage) {
        if (usage.inputTokenCount() == null || usage.outputTokenCount() == null) {
            return permit.micros();
        }
        return Math.min(permit.micros(), budget.cost(usage.inputTokenCount(), usage.outputTokenCount()));
    }
}
