package io.cofound.moderation.appeal;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.moderation.AppealDecided;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.privacy.PersonalData;
import io.cofound.platform.privacy.PersonalData.Holding;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** A member's appeals. That there was one, and how it ended, stays; what the member said goes, and the news of it. */
@ApplicationScoped
class AppealPersonalData implements PersonalData {

    private final AppealRepository appeals;
    private final Outbox outbox;

    AppealPersonalData(AppealRepository appeals, Outbox outbox) {
        this.appeals = appeals;
        this.outbox = outbox;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return appeals.list("authorId = ?1 order by filedAt", memberId)
                .map(own -> List.of(
                        new Holding("appeals", own.stream().map(AppealView::of).toList())));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return appeals.removeWords(request.memberId(), request.requestedAt()).chain(ids -> Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> outbox.erase(AppealDecided.class, id))
                .collect()
                .last());
    }
}
