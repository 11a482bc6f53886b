package io.cofound.moderation.egress;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

/** Which of a member's texts left. That something did stays to be accounted for; whose it was does not. */
@ApplicationScoped
class EgressPersonalData implements PersonalData {

    private final EgressRepository passages;

    EgressPersonalData(EgressRepository passages) {
        this.passages = passages;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return passages.list("authorId = ?1 order by sentAt", memberId)
                .map(found -> List.of(new Holding(
                        "texts-shown-to-language-models",
                        found.stream().map(PassageView::of).toList())));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return passages.update(
                        "authorId = null where authorId = ?1 and sentAt <= ?2",
                        request.memberId(),
                        request.requestedAt())
                .replaceWithVoid();
    }
}
