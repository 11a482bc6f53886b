package io.cofound.moderation.budget;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/** Sees that language models never cost more in a day than was allowed, for a community and for all of them. */
@ApplicationScoped
public class Budget {

    private final BudgetRepository days;
    private final BudgetConfig config;

    Budget(BudgetRepository days, BudgetConfig config) {
        this.days = days;
        this.config = config;
    }

    /**
     * The most that a call can cost. No tokeniser in use makes more tokens of a text than its UTF-8 has bytes.
     *
     * @return millionths of the currency, rounded up
     */
    public long most(int inputBytes, int outputTokens) {
        return cost(inputBytes, outputTokens);
    }

    /** @return millionths of the currency, rounded up */
    public long cost(long inputTokens, long outputTokens) {
        long thousandfold = inputTokens * config.inputMicrosPer1k() + outputTokens * config.outputMicrosPer1k();
        return Math.ceilDiv(thousandfold, 1_000);
    }

    /**
     * Sets money aside, all of it or none. What is never given back counts as spent, also after a crash. Joins the
     * caller's transaction.
     *
     * @param communityId null for a text of no community
     * @return false when the community's or the platform's day does not have as much left
     */
    public Uni<Boolean> reserve(UUID communityId, LocalDate day, long micros) {
        return days.reserve(communityId, day, micros, config.platformMicrosADay(), config.communityMicrosADay());
    }

    /** Joins the caller's transaction. */
    public Uni<Void> giveBack(UUID communityId, LocalDate day, long micros) {
        return days.giveBack(communityId, day, micros);
    }
}
