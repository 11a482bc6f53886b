package io.cofound.content.reading;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.content.counter.Counter;
import io.cofound.content.counter.Counters;
import io.cofound.content.post.Sightings;
import io.cofound.content.post.Sightings.Sighting;
import io.cofound.content.reading.ReadingRepository.Kept;
import io.cofound.contracts.content.PostRead;
import io.cofound.contracts.content.PostsRead;
import io.cofound.platform.persistence.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

/**
 * Keeps many reads in one transaction and as many statements as one read takes. Repeating it after an unknown outcome
 * changes nothing: no time has passed between a read and itself, and it is not new any more.
 */
@ApplicationScoped
class ReadFlush {

    private final Consents consents;
    private final Sightings sightings;
    private final ReadingRepository readings;
    private final Counters counters;
    private final Outbox outbox;

    ReadFlush(Consents consents, Sightings sightings, ReadingRepository readings, Counters counters, Outbox outbox) {
        this.consents = consents;
        this.sightings = sightings;
        this.readings = readings;
        this.counters = counters;
        this.outbox = outbox;
    }

    /** @return who may see what, of those who read; what was read without consent is neither kept nor told */
    @WithTransaction
    Uni<Set<Sighting>> keep(List<Read> reads) {
        Map<Sighting, Read> joined = new LinkedHashMap<>();
        reads.forEach(read -> joined.merge(read.sighting(), read, Read::then));
        Set<UUID> members = reads.stream().map(read -> read.reader().id()).collect(toSet());
        return consents.hold(members).chain(consenting -> sightings
                .among(joined.keySet())
                .call(seen -> keep(
                        joined.values().stream()
                                .filter(read ->
                                        consenting.contains(read.reader().id()))
                                .filter(read -> seen.containsKey(read.sighting()))
                                .toList(),
                        communities(seen)))
                .map(Map::keySet));
    }

    private Uni<Void> keep(List<Read> reads, Map<UUID, UUID> communities) {
        if (reads.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return readings.keep(onePerMember(reads))
                .call(kept -> counters.add(
                        kept.stream().filter(Kept::isNew).collect(groupingBy(Kept::postId, counting())), Counter.READS))
                .chain(kept -> outbox.publish(new PostsRead(
                        UuidCreator.getTimeOrderedEpoch(),
                        kept.stream().map(one -> told(one, communities)).toList(),
                        Instant.now().truncatedTo(ChronoUnit.MICROS))));
    }

    /** A member may come with and without the role of a moderator, by two tokens. */
    private static Collection<Read> onePerMember(List<Read> reads) {
        Map<Map.Entry<UUID, UUID>, Read> byMember = new LinkedHashMap<>();
        reads.forEach(read -> byMember.merge(Map.entry(read.reader().id(), read.postId()), read, Read::then));
        return byMember.values();
    }

    /** By post. */
    private static Map<UUID, UUID> communities(Map<Sighting, UUID> seen) {
        Map<UUID, UUID> communities = new HashMap<>();
        seen.forEach((sighting, communityId) -> communities.put(sighting.postId(), communityId));
        return communities;
    }

    private static PostRead told(Kept kept, Map<UUID, UUID> communities) {
        return new PostRead(
                kept.memberId(),
                kept.postId(),
                communities.get(kept.postId()),
                kept.dwellMillis() / 1_000,
                kept.depth(),
                kept.lastReadAt());
    }
}
