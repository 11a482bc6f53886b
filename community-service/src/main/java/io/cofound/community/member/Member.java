package io.cofound.community.member;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.cofound.contracts.community.MemberChanged;
import io.cofound.contracts.community.MemberRegistered;

/** A person on the platform. The id is the one in the person's tokens. */
@Entity
class Member {

    @Id
    UUID id;

    long revision;

    String displayName;

    String headline;

    String language;

    Instant registeredAt;

    protected Member() {}

    Member(UUID id, String displayName, String language) {
        this.id = id;
        this.revision = 1;
        this.displayName = displayName;
        this.language = language;
        this.registeredAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    void present(Profile profile) {
        displayName = profile.displayName();
        headline = profile.headline();
        language = profile.language();
        revision++;
    }

    void retire() {
        displayName = "";
        headline = null;
        revision++;
    }

    MemberRegistered registered() {
        return new MemberRegistered(id, revision, displayName, language, registeredAt);
    }

    MemberChanged changed() {
        return new MemberChanged(
                id,
                revision,
                displayName,
                headline,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                language,
                Instant.now());
    }
}
