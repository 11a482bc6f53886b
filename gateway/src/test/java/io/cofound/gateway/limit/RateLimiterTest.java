package io.cofound.gateway.limit;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.cofound.gateway.limit.RateLimiter.Allowance;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimiterTest {

    private static final Client ADA = new Client.Member(UUID.randomUUID());
    private static final Client SOMEBODY = new Client.Address("192.0.2.1");

    private final RateLimiter limiter = new RateLimiter(new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withSources(new PropertiesConfigSource(
                    Map.of(
                            "cofound.rate-limit.member.read.requests", "3",
                            "cofound.rate-limit.member.write.requests", "2",
                            "cofound.rate-limit.member.write.per", "1h",
                            "cofound.rate-limit.anonymous.read.requests", "1",
                            "cofound.rate-limit.anonymous.write.requests", "1",
                            "cofound.rate-limit.trust-factors.0", "1",
                            "cofound.rate-limit.trust-factors.4", "2"),
                    "test",
                    100))
            .withConverter(Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
            .withMapping(RateLimitConfig.class)
            .build()
            .getConfigMapping(RateLimitConfig.class));

    @Test
    void spendsABudgetAndSaysWhatIsLeft() {
        // When
        Allowance first = limiter.spend(ADA, true, 0);
        Allowance second = limiter.spend(ADA, true, 0);
        Allowance third = limiter.spend(ADA, true, 0);

        // Then
        assertThat(first.allowed()).isTrue();
        assertThat(first.remaining()).isEqualTo(1);
        assertThat(second.allowed()).isTrue();
        assertThat(second.remaining()).isZero();
        assertThat(second.nextIn()).isZero();
        assertThat(third.allowed()).isFalse();
        assertThat(third.nextIn()).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
    }

    @Test
    void readingDoesNotUseUpWhatMayBeWritten() {
        // When
        limiter.spend(ADA, false, 0);

        // Then
        assertThat(limiter.spend(ADA, true, 0).remaining()).isEqualTo(1);
    }

    @Test
    void oneClientDoesNotUseUpAnothersBudget() {
        // When
        limiter.spend(SOMEBODY, false, 0);

        // Then
        assertThat(limiter.spend(SOMEBODY, false, 0).allowed()).isFalse();
        assertThat(limiter.spend(new Client.Address("192.0.2.2"), false, 0).allowed())
                .isTrue();
        assertThat(limiter.spend(ADA, false, 0).allowed()).isTrue();
    }

    @Test
    void aTrustedMemberMayDoMore() {
        assertThat(limiter.spend(ADA, false, 4).budget().requests()).isEqualTo(6);
        assertThat(limiter.spend(ADA, false, 4).remaining()).isEqualTo(4);
    }

    @Test
    void aLevelThatIsNotInTheTableChangesNothing() {
        assertThat(limiter.spend(ADA, false, 3).budget().requests()).isEqualTo(3);
    }

    @Test
    void anAddressIsTrustedNoMoreThanAnother() {
        assertThat(limiter.spend(SOMEBODY, false, 4).budget().requests()).isEqualTo(1);
    }
}
