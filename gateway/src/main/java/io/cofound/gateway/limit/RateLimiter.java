package io.cofound.gateway.limit;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.cofound.gateway.limit.RateLimitConfig.Budget;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

/** Counts what each client has left, in memory. */
@ApplicationScoped
class RateLimiter {

    /** What the client may do after this request; {@code nextIn} is zero when this one is allowed. */
    record Allowance(boolean allowed, Budget budget, long remaining, Duration reset, Duration nextIn) {}

    /** A member whose level changes begins another one: that is rare, and what is used up comes back within its time. */
    private record Account(Client client, boolean write, int trustLevel) {}

    private record Scaled(int requests, Duration per) implements Budget {}

    private final RateLimitConfig config;
    private final LoadingCache<Account, Bucket> buckets;

    RateLimiter(RateLimitConfig config) {
        this.config = config;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(2L * config.clients())
                .expireAfterAccess(longestPeriod(config))
                .build(account -> bucket(budgetOf(account)));
    }

    /** @param trustLevel of a member, 0 to 4; makes no difference to an address */
    Allowance spend(Client client, boolean write, int trustLevel) {
        Account account = new Account(client, write, trustLevel);
        ConsumptionProbe probe = buckets.get(account).tryConsumeAndReturnRemaining(1);
        return new Allowance(
                probe.isConsumed(),
                budgetOf(account),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Budget budgetOf(Account account) {
        return switch (account.client) {
            case Client.Member member -> scaled(chosen(config.member(), account), account.trustLevel);
            case Client.Address address -> chosen(config.anonymous(), account);
        };
    }

    private static Budget chosen(RateLimitConfig.Budgets budgets, Account account) {
        return account.write ? budgets.write() : budgets.read();
    }

    private Budget scaled(Budget budget, int trustLevel) {
        double factor = config.trustFactors().getOrDefault(trustLevel, 1.0);
        return new Scaled((int) Math.max(1, Math.round(budget.requests() * factor)), budget.per());
    }

    private static Bucket bucket(Budget budget) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(budget.requests()).refillGreedy(budget.requests(), budget.per()))
                .build();
    }

    /** A bucket that was not touched for so long is full, and as good as a new one. */
    private static Duration longestPeriod(RateLimitConfig config) {
        Duration longest = Duration.ZERO;
        for (RateLimitConfig.Budgets budgets : new RateLimitConfig.Budgets[] {config.member(), config.anonymous()}) {
            for (Budget budget : new Budget[] {budgets.read(), budgets.write()}) {
                longest = longest.compareTo(budget.per()) > 0 ? longest : budget.per();
            }
        }
        return longest;
    }
}
