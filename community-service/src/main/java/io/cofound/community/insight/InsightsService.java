package io.cofound.community.insight;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.churn.ChurnService;
import io.cofound.platform.web.identity.Caller;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class InsightsService {

    private final InsightAccess access;
    private final Figures figures;
    private final ChurnService churn;

    InsightsService(InsightAccess access, Figures figures, ChurnService churn) {
        this.access = access;
        this.figures = figures;
        this.churn = churn;
    }

    @WithSession
    Uni<Insights> of(UUID communityId, Caller caller, Window window) {
        return access.require(communityId, caller).chain(() -> Uni.combine()
                .all()
                .unis(
                        figures.active(communityId, window),
                        figures.weeks(communityId, window),
                        figures.cohorts(communityId, window),
                        figures.published(communityId, window),
                        figures.contributions(communityId, window),
                        figures.activityByHour(communityId, window),
                        churn.of(communityId, window.end()))
                // One session answers one query at a time.
                .usingConcurrencyOf(1)
                .with((active, weeks, cohorts, published, contributions, hours, risks) -> new Insights(
                        communityId,
                        window.start(),
                        window.until(),
                        "UTC",
                        active.daily(),
                        active.weekly(),
                        active.monthly(),
                        active.stickiness(),
                        weeks,
                        cohorts,
                        published.questions(),
                        published.posts(),
                        contributions,
                        hours,
                        risks)));
    }
}
