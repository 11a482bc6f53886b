package io.cofound.community.consent;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.ConsentsChanged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class ConsentPersonalData implements PersonalData {

    private final ConsentRepository answers;
    private final Outbox outbox;

    ConsentPersonalData(ConsentRepository answers, Outbox outbox) {
        this.answers = answers;
        this.outbox = outbox;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return answers.all(memberId)
                .map(all -> List.of(new Holding(
                        "consents", all.stream().map(ConsentAnswerView::of).toList())));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return answers.deleteUntil(request.memberId(), request.requestedAt())
                .chain(deleted -> answers.latest(request.memberId()))
                .chain(later -> later == null
                        ? outbox.erase(ConsentsChanged.class, request.memberId())
                        : Uni.createFrom().voidItem());
    }
}
