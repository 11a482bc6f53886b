package io.cofound.moderation.learning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

/**
 * Who had versions made and changed them; after an erasure only an id that nobody has any more says so. Texts are read
 * where decisions are kept, and are in no later training once they are gone there.
 */
@ApplicationScoped
class LearningPersonalData implements PersonalData {

    /** A version that the member had made. */
    record Trained(String version, Instant createdAt) {}

    /** A state that the member brought a version into. */
    record Moved(String version, String state, Instant changedAt) {}

    private final ModelRepository models;

    LearningPersonalData(ModelRepository models) {
        this.models = models;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return models.list("createdBy = ?1 order by createdAt", memberId).chain(trained -> models.changesBy(memberId)
                .map(changes -> List.of(
                        new Holding(
                                "moderation-models",
                                trained.stream()
                                        .map(model -> new Trained(model.version, model.createdAt))
                                        .toList()),
                        new Holding(
                                "changes-of-moderation-models",
                                changes.stream()
                                        .map(row -> new Moved(
                                                (String) row[0], (String) row[1], ModelRepository.instant(row[2])))
                                        .toList()))));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return Uni.createFrom().voidItem();
    }
}
