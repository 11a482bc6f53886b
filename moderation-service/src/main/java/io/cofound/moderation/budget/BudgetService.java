package io.cofound.moderation.budget;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.metrics.MetricsPart;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class BudgetService implements MetricsPart {

    private static final int DAYS_KEPT = 400;

    private final BudgetRepository days;
    private final BudgetConfig config;

    BudgetService(BudgetRepository days, BudgetConfig config) {
        this.days = days;
        this.config = config;
    }

    /** @param communityId null for the platform alone */
    @WithSession
    Uni<BudgetView> get(UUID communityId) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return days.get(null, today, config.platformMicrosADay())
                .chain(platform -> communityId == null
                        ? Uni.createFrom().item(new BudgetView(config.currency(), today, platform, null))
                        : days.get(communityId, today, config.communityMicrosADay())
                                .map(community -> new BudgetView(config.currency(), today, platform, community)));
    }

    /** Counts at once, also for what is spent already: nothing more leaves when that is more. */
    @WithTransaction
    Uni<BudgetView> limit(UUID changedBy, BudgetDraft draft) {
        return days.limit(draft.communityId(), draft.microsADay(), changedBy).chain(() -> get(draft.communityId()));
    }

    @Scheduled(every = "24h", delayed = "10m")
    @WithTransaction
    Uni<Void> forgetOldDays() {
        return days.forgetBefore(LocalDate.now(ZoneOffset.UTC).minusDays(DAYS_KEPT));
    }

    @Override
    public String name() {
        return "budget";
    }

    @Override
    public Uni<Object> figures() {
        return get(null).map(view -> view);
    }
}
