package io.cofound.moderation.learning;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.moderation.classify.ModelCard;
import io.cofound.platform.web.problem.Problem;

/** A version of the local model. Its weights lie beside it and are read only by whoever judges with them. */
@Entity
class ModelVersion {

    /** The one that is in the build, whichever build runs. */
    static final String SHIPPED = "shipped";

    @Id
    UUID id;

    String version;

    long revision;

    @Enumerated(EnumType.STRING)
    ModelState state;

    /** What it went on learning from. Null for the shipped one. */
    String parent;

    /** The build that made it, see {@link Engine#build}; null for the shipped one. */
    String madeWith;

    /** What was live before it; null for what has not been live. */
    String replaced;

    /** Null until it is trained, and for the shipped one, whose card is in the build. */
    @Convert(converter = CardConverter.class)
    ModelCard card;

    /** As {@link #card}. */
    @Convert(converter = ReportConverter.class)
    Report report;

    String weightsHash;

    /** Null for the shipped one. */
    UUID createdBy;

    Instant createdAt;

    /** The process that trains it; null until one does. */
    UUID heldBy;

    Instant leasedUntil;

    protected ModelVersion() {}

    ModelVersion(String version, String parent, UUID createdBy, Duration lease) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.version = version;
        this.revision = 1;
        this.state = ModelState.TRAINING;
        this.parent = parent;
        this.createdBy = createdBy;
        this.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        this.leasedUntil = createdAt.plus(lease);
    }

    boolean isShipped() {
        return version.equals(SHIPPED);
    }

    /** Whether this build reads its weights as they were written. */
    boolean fits(String build) {
        return isShipped() || build.equals(madeWith);
    }

    /** What this build judges with where this version is live. */
    String judging(String build) {
        return fits(build) ? version : SHIPPED;
    }

    /**
     * What was live before may be so again, as after a rollback.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where nothing tells that it is no worse than what judges
     */
    void requireComparedWith(String judging) {
        boolean wasLive = isShipped() || replaced != null;
        if (!wasLive && !judging.equals(parent)) {
            throw Problem.conflict(
                    "not-compared",
                    "It was compared with " + parent + ", not with " + judging
                            + ", which judges now; train a new one.");
        }
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where the state does not follow */
    void move(ModelState next) {
        if (!state.mayBecome(next)) {
            throw Problem.conflict(
                    "model-state",
                    "A model that is " + state + " cannot become " + next
                            + "; LIVE comes after SHADOW, and ends when another is live.");
        }
        become(next);
    }

    void become(ModelState next) {
        state = next;
        revision++;
    }
}
