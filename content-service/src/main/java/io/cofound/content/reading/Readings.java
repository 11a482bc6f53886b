package io.cofound.content.reading;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/** What members have read, for other features. */
@ApplicationScoped
public class Readings {

    private final ReadingRepository readings;

    Readings(ReadingRepository readings) {
        this.readings = readings;
    }

    /**
     * Which of the posts the member had read at that time. Of members who do not agree to that nothing is kept, so they
     * have read nothing. Needs a session.
     */
    public Uni<Set<UUID>> seen(UUID memberId, Collection<UUID> postIds, Instant asOf) {
        return postIds.isEmpty() ? Uni.createFrom().item(Set.of()) : readings.seen(memberId, postIds, asOf);
    }
}
