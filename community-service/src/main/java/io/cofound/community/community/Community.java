package io.cofound.community.community;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.community.CommunityChanged;
import io.cofound.contracts.community.CommunityCreated;
import io.cofound.contracts.community.Joining;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.PublicCommunity;
import io.cofound.contracts.community.Visibility;

import static java.util.Objects.requireNonNullElse;

@Entity
class Community {

    @Id
    UUID id;

    long revision;

    String name;

    String description;

    @Enumerated(EnumType.STRING)
    Visibility visibility;

    @Enumerated(EnumType.STRING)
    Joining joining;

    @Enumerated(EnumType.STRING)
    ModerationMode moderation;

    String language;

    UUID ownerId;

    Instant createdAt;

    protected Community() {}

    Community(UUID ownerId, CommunityDraft draft) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.revision = 1;
        this.name = draft.name();
        this.description = requireNonNullElse(draft.description(), "");
        this.visibility = requireNonNullElse(draft.visibility(), Visibility.PUBLIC);
        this.joining = requireNonNullElse(draft.joining(), Joining.OPEN);
        this.moderation = requireNonNullElse(draft.moderation(), ModerationMode.PRE);
        this.language = requireNonNullElse(draft.language(), "en");
        this.ownerId = ownerId;
        this.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** What the change leaves out stays as it is. */
    void apply(CommunityChange change) {
        name = requireNonNullElse(change.name(), name);
        description = requireNonNullElse(change.description(), description);
        visibility = requireNonNullElse(change.visibility(), visibility);
        joining = requireNonNullElse(change.joining(), joining);
        moderation = requireNonNullElse(change.moderation(), moderation);
        language = requireNonNullElse(change.language(), language);
        revision++;
    }

    boolean isHidden() {
        return visibility == Visibility.HIDDEN;
    }

    boolean isPublic() {
        return visibility == Visibility.PUBLIC;
    }

    boolean isOpen() {
        return joining == Joining.OPEN;
    }

    CommunityCreated created() {
        return new CommunityCreated(
                id, revision, name, description, "", visibility, joining, moderation, language, ownerId, createdAt);
    }

    CommunityChanged changed() {
        return new CommunityChanged(
                id,
                revision,
                name,
                description,
                "",
                visibility,
                joining,
                moderation,
                language,
                ownerId,
                false,
                Instant.now());
    }

    PublicCommunity published() {
        return new PublicCommunity(id, revision, name, description, language, createdAt);
    }
}
