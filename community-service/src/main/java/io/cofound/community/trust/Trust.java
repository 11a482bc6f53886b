package io.cofound.community.trust;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.cofound.contracts.community.TrustChanged;

/** How far a member is trusted. Its revision counts changes of the level, from 0 for a member who never had another. */
@Entity
class Trust {

    @Id
    UUID memberId;

    long revision;

    int level;

    /** Null until the registration is heard of. */
    Instant registeredAt;

    /** When time alone may change the level; null if it cannot. */
    Instant reviewAt;

    protected Trust() {}

    void register(Instant at) {
        registeredAt = at;
    }

    /** @return whether the level changed */
    boolean accept(Assessment assessment) {
        reviewAt = assessment.reviewAt();
        if (level == assessment.level()) {
            return false;
        }
        level = assessment.level();
        revision++;
        return true;
    }

    TrustChanged changed(int previousLevel, Instant at) {
        return new TrustChanged(memberId, revision, level, previousLevel, at);
    }
}
