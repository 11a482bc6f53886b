package io.cofound.moderation.egress;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class EgressService {

    private final EgressRepository passages;
    private final EgressConfig config;

    EgressService(EgressRepository passages, EgressConfig config) {
        this.passages = passages;
        this.config = config;
    }

    @WithSession
    Uni<Page<PassageView>> list(PageRequest page) {
        return passages.page(page).map(found -> Page.of(found, page, EgressRepository::cursorOf, PassageView::of));
    }

    @Scheduled(every = "1h", delayed = "5m")
    @WithTransaction
    Uni<Void> forgetOld() {
        return passages.forgetBefore(Instant.now().minus(config.keep())).replaceWithVoid();
    }
}
