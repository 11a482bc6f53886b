package io.cofound.moderation.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.moderation.Action;
import io.cofound.moderation.decision.DecisionFollower;
import io.cofound.moderation.decision.Judged;
import io.cofound.moderation.queue.CaseKind;
import io.cofound.moderation.queue.Cases;
import io.smallrye.mutiny.Uni;

/**
 * Asks people about some of what the cascade decided alone, and notes whatever people are asked about. It stays as the
 * cascade left it while it waits. What was drawn counts where it was judged, wherever it is moved.
 */
@ApplicationScoped
class Sampling implements DecisionFollower {

    private static final Duration DAY = Duration.ofDays(1);

    private final Observations observations;
    private final Cases cases;
    private final QualityConfig config;

    Sampling(Observations observations, Cases cases, QualityConfig config) {
        this.observations = observations;
        this.cases = cases;
        this.config = config;
    }

    /** All that is held is a case anyway. */
    @Override
    public Uni<Void> decided(Judged judged) {
        String language = Languages.group(judged.language());
        return switch (judged.classification().action()) {
            case HOLD -> observations.add(judged, language, 1);
            case PUBLISH, REJECT -> draw(judged, language);
        };
    }

    private Uni<Void> draw(Judged judged, String language) {
        Chances chances = chances(judged.classification().action(), language);
        double lot = Chances.lot(judged.decisionId());
        if (lot >= chances.share() && chances.floor() == 0) {
            return Uni.createFrom().voidItem();
        }
        Instant since = judged.judgedAt().minus(DAY);
        UUID community = judged.subject().communityId();
        return observations
                .judgedIn(language, since, chances.countedInLanguage(lot))
                .chain(inLanguage -> lot >= chances.before(inLanguage)
                        ? Uni.createFrom().voidItem()
                        : observations
                                .judgedAt(community, since, chances.countedInCommunity(lot))
                                .map(inCommunity -> chances.of(inLanguage, inCommunity))
                                .chain(chance -> lot >= chance
                                        ? Uni.createFrom().voidItem()
                                        : ask(judged, language, chance, since)));
    }

    /** What is drawn beyond the cap is noted like what nobody has answered yet. */
    private Uni<Void> ask(Judged judged, String language, double chance, Instant since) {
        return observations
                .add(judged, language, chance)
                .chain(() -> observations.drawnAt(judged.subject().communityId(), since, config.cap() + 1))
                .chain(drawn -> drawn > config.cap()
                        ? Uni.createFrom().voidItem()
                        : cases.open(CaseKind.SAMPLE, judged).replaceWithVoid());
    }

    private Chances chances(Action action, String language) {
        return action == Action.REJECT
                ? new Chances(config.rejectedShare(), 0, config.cap())
                : new Chances(
                        config.shareOf().getOrDefault(language, config.share()),
                        config.floorLanguages().contains(language) ? config.floor() : 0,
                        config.cap());
    }
}
