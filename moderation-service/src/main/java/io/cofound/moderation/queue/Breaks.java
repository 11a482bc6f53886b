package io.cofound.moderation.queue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;

/** Asks moderators to rest before they take another case. Needs a session. */
@ApplicationScoped
class Breaks {

    private final CaseRepository cases;
    private final Wellness wellness;

    Breaks(CaseRepository cases, QueueConfig config) {
        this.cases = cases;
        this.wellness = new Wellness(config.severePerHour(), config.inARow(), config.pause());
    }

    /** Fails with 429 where a break is due, or the case is severe and enough of those were read. */
    Uni<Void> check(UUID moderatorId, boolean severe) {
        Instant now = Instant.now();
        return cases.latestResolutionsOf(moderatorId, wellness.inARow())
                .invoke(latest -> wellness.untilNext(latest, now).ifPresent(wait -> {
                    throw later("break-due", "Many cases in a row: take a break.", wait);
                }))
                .chain(() -> severe
                        ? cases.severeResolutionsOf(moderatorId, Wellness.severeSince(now))
                        : Uni.createFrom().item(List.<Instant>of()))
                .invoke(read -> wellness.untilNextSevere(read, now).ifPresent(wait -> {
                    throw later("enough-severe-cases", "Enough severe cases for this hour: take another one.", wait);
                }))
                .replaceWithVoid();
    }

    private static HttpProblem later(String slug, String detail, Duration wait) {
        return HttpProblem.builder()
                .withStatus(429)
                .withType(URI.create(Problem.TYPE_PREFIX + slug))
                .withTitle("Later")
                .withDetail(detail)
                .withHeader("Retry-After", Long.toString(wait.toSeconds() + 1))
                .build();
    }
}
