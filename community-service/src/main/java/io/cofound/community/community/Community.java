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
import io.cofound.platform.web.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;

import static java.util.Objects.requireNonNullElse;

@Entity
class Community {

    @Id
    UUID id;

    long revision;

    String name;

    String description;

    String rules;

    @Enumerated(EnumType.STRING)
    Visibility visibility;

    @Enumerated(EnumType.STRING)
    Joining joining;

    @Enumerated(EnumType.STRING)
    ModerationMode moderation;

    String language;

    UUID ownerId;

    Instant createdAt;

    int memberCount;

    boolean archived;

    /** Its owner was erased and nobody else belonged to it: nothing of it is left but its id. */
    boolean givenUp;

    protected Community() {}

    Community(UUID ownerId, CommunityDraft draft) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.revision = 1;
        this.name = draft.name();
        this.description = requireNonNullElse(draft.description(), "");
        this.rules = requireNonNullElse(draft.rules(), "");
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
        rules = requireNonNullElse(change.rules(), rules);
        visibility = requireNonNullElse(change.visibility(), visibility);
        joining = requireNonNullElse(change.joining(), joining);
        moderation = requireNonNullElse(change.moderation(), moderation);
        language = requireNonNullElse(change.language(), language);
        revision++;
    }

    void handTo(UUID newOwnerId) {
        ownerId = newOwnerId;
        revision++;
    }

    void archive() {
        archived = true;
        revision++;
    }

    void reopen() {
        if (givenUp) {
            throw Problem.gone("community-given-up", "This community was given up and cannot be opened again.");
        }
        archived = false;
        revision++;
    }

    /** Leaves nothing that its owner wrote, and nobody who could see it. */
    void giveUp() {
        name = "—";
        description = "";
        rules = "";
        visibility = Visibility.HIDDEN;
        archived = true;
        givenUp = true;
        revision++;
    }

    void gainMember() {
        memberCount++;
    }

    void loseMember() {
        memberCount--;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when it is closed for everything but reading */
    void requireNotArchived() {
        if (archived) {
            throw archivedProblem();
        }
    }

    static HttpProblem archivedProblem() {
        return Problem.conflict("community-archived", "This community is archived: it can be read and left, no more.");
    }

    boolean isHidden() {
        return visibility == Visibility.HIDDEN;
    }

    boolean isPublic() {
        return visibility == Visibility.PUBLIC;
    }

    CommunityCreated created() {
        return new CommunityCreated(
                id, revision, name, description, rules, visibility, joining, moderation, language, ownerId, createdAt);
    }

    CommunityChanged changed() {
        return new CommunityChanged(
                id,
                revision,
                name,
                description,
                rules,
                visibility,
                joining,
                moderation,
                language,
                ownerId,
                archived,
                Instant.now());
    }

    PublicCommunity published() {
        return new PublicCommunity(id, revision, name, description, language, createdAt);
    }
}
