package io.cofound.content.draft;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

/** What members have not submitted yet. Nobody else has seen it, so it goes whatever shall stay of the rest. */
@ApplicationScoped
class DraftPersonalData implements PersonalData {

    private final DraftRepository drafts;

    DraftPersonalData(DraftRepository drafts) {
        this.drafts = drafts;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return drafts.writtenBy(memberId)
                .map(written -> List.of(new Holding(
                        "drafts", written.stream().map(DraftView::of).toList())));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return drafts.deleteWrittenBy(request.memberId(), request.requestedAt());
    }
}
