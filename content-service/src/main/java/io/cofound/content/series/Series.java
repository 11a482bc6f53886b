package io.cofound.content.series;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;

import static java.util.Objects.requireNonNullElse;

/** Posts of one community in an order to read them. Which, and what comes before it, lies in tables beside it. */
@Entity
class Series {

    @Id
    UUID id;

    UUID communityId;

    /** Null for a former member. */
    UUID creatorId;

    /** Counts every change of it, of its posts and of its prerequisites. */
    long revision;

    @Enumerated(EnumType.STRING)
    SeriesKind kind;

    String title;

    String description;

    String[] goals;

    Instant createdAt;

    Instant changedAt;

    protected Series() {}

    Series(UUID communityId, UUID creatorId, SeriesDraft draft) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.communityId = communityId;
        this.creatorId = creatorId;
        this.kind = draft.kind();
        this.title = draft.title().strip();
        this.description = requireNonNullElse(draft.description(), "");
        this.goals = stripped(requireNonNullElse(draft.goals(), List.of()));
        this.createdAt = now();
        changed();
    }

    void change(SeriesChange change) {
        kind = requireNonNullElse(change.kind(), kind);
        title = change.title() == null ? title : change.title().strip();
        description = requireNonNullElse(change.description(), description);
        goals = change.goals() == null ? goals : stripped(change.goals());
        changed();
    }

    /** Its posts are others, or in another order. */
    void rearranged() {
        changed();
    }

    private void changed() {
        revision++;
        changedAt = now();
    }

    private static String[] stripped(List<String> texts) {
        return texts.stream().map(String::strip).toArray(String[]::new);
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
