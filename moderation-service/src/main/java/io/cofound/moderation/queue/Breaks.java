package io.cofound.moderation.queue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

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

    /**
     * Fails with 429 where a break is due, or the case may hurt and enough of those were read. What was taken is read, whether
     * it was answered by now or not. To be asked in the moderator's turn.
     */
    Uni<Void> check(UUID moderatorId, ModerationCase wanted) {
        Instant now = Instant.now();
        return latest(moderatorId, wanted)
                .invoke(latest -> wellness.untilNext(latest, now).ifPresent(wait -> {
                    throw later("break-due", "Many cases in a row: take a break.", wait);
                }))
                .chain(() -> wanted.mayHurt()
                        ? severe(moderatorId, wanted, Wellness.severeSince(now))
                        : Uni.createFrom().item(List.<Instant>of()))
                .invoke(read -> wellness.untilNextSevere(read, now).ifPresent(wait -> {
                    throw later("enough-severe-cases", "Enough severe cases for this hour: take another one.", wait);
                }))
                .replaceWithVoid();
    }

    private Uni<List<Instant>> latest(UUID moderatorId, ModerationCase wanted) {
        return cases.latestResolutionsOf(moderatorId, wellness.inARow())
                .chain(resolved -> cases.latestClaimsOf(moderatorId, wanted.id, wellness.inARow())
                        .map(taken -> Stream.concat(resolved.stream(), taken.stream())
                                .sorted(Comparator.reverseOrder())
                                .limit(wellness.inARow())
                                .toList()));
    }

    private Uni<List<Instant>> severe(UUID moderatorId, ModerationCase wanted, Instant since) {
        return cases.severeResolutionsOf(moderatorId, since)
                .chain(resolved -> cases.severeClaimsOf(moderatorId, wanted.id, since)
                        .map(taken -> Stream.concat(resolved.stream(), taken.stream())
                                .sorted()
                                .toList()));
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
