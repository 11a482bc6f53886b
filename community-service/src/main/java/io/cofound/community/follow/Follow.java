package io.cofound.community.follow;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.community.MemberFollowed;
import io.cofound.contracts.community.MemberUnfollowed;

/** That one member follows another, or did. */
@Entity
class Follow {

    @Id
    UUID id;

    long revision;

    UUID followerId;

    UUID followedId;

    boolean active;

    /** When it last began or ended. */
    Instant since;

    protected Follow() {}

    Follow(UUID followerId, UUID followedId) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.followerId = followerId;
        this.followedId = followedId;
    }

    /** @return false when there is nothing to begin */
    boolean begin() {
        return turn(true);
    }

    /** @return false when there is nothing to end */
    boolean end() {
        return turn(false);
    }

    MemberFollowed followed() {
        return new MemberFollowed(id, revision, followerId, followedId, since);
    }

    MemberUnfollowed unfollowed() {
        return new MemberUnfollowed(id, revision, followerId, followedId, since);
    }

    private boolean turn(boolean on) {
        if (active == on) {
            return false;
        }
        active = on;
        since = Instant.now().truncatedTo(ChronoUnit.MICROS);
        revision++;
        return true;
    }
}
