package io.cofound.content.reading;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.cofound.platform.web.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * How fast one member may send reads to this instance: a bucket that refills evenly, so that the limit holds over any
 * minute, not only over those of the clock.
 */
@ApplicationScoped
class ReadLimits {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int MANY = 10_000;

    /** @param emptyAt when all that was taken is refilled, in {@link System#nanoTime} */
    private record Debt(long emptyAt) {}

    private final ConcurrentHashMap<UUID, Debt> debts = new ConcurrentHashMap<>();
    private final long cost;

    @Inject
    ReadLimits(ReadingConfig config) {
        this(config.perMinute());
    }

    ReadLimits(int perMinute) {
        this.cost = MINUTE / perMinute;
    }

    /** Fails with 429 where the member has sent too many. */
    void take(UUID memberId) {
        take(memberId, System.nanoTime());
    }

    void take(UUID memberId, long now) {
        long[] wait = {0};
        debts.compute(memberId, (id, debt) -> {
            long from = debt == null || debt.emptyAt < now ? now : debt.emptyAt;
            wait[0] = from + cost - now - MINUTE;
            return wait[0] > 0 ? debt : new Debt(from + cost);
        });
        if (debts.size() > MANY) {
            debts.values().removeIf(debt -> debt.emptyAt < now);
        }
        if (wait[0] > 0) {
            throw later(429, "too-many-reads", "Too many reads", "Slow down.", Duration.ofNanos(wait[0]));
        }
    }

    /** 503: as many reads wait as may wait, or they cannot be kept now. */
    static HttpProblem busy() {
        return later(503, "reads-not-kept", "Try again", "The read could not be kept now.", Duration.ofSeconds(1));
    }

    private static HttpProblem later(int status, String slug, String title, String detail, Duration wait) {
        return HttpProblem.builder()
                .withStatus(status)
                .withType(URI.create(Problem.TYPE_PREFIX + slug))
                .withTitle(title)
                .withDetail(detail)
                .withHeader("Retry-After", Math.max(1, wait.plusMillis(999).toSeconds()))
                .build();
    }
}
