package io.cofound.community.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.community.DigestPrepared;
import io.cofound.platform.persistence.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

/**
 * Prepares the digests of a day: for every member who has unread notifications from before the day's hour that are in no
 * digest yet, one. It can be called at any time, by any number of instances: the unique key of member and day, and the
 * notification's one place for a digest, are what makes it exactly one; who calls after a crash goes on where it ended.
 */
@ApplicationScoped
class DigestPreparation {

    /** Notifications in one transaction; also the most that one digest holds, the rest is in the next day's. */
    static final int BATCH = 2_000;

    /** Before every member. */
    private static final UUID FIRST = new UUID(0, 0);

    private final DigestRepository digests;
    private final Outbox outbox;
    private final NotificationConfig config;

    DigestPreparation(DigestRepository digests, Outbox outbox, NotificationConfig config) {
        this.digests = digests;
        this.outbox = outbox;
        this.config = config;
    }

    /** The digests of the latest day whose hour has come. Does nothing while another instance is at it. */
    Uni<Void> run(Instant now) {
        OffsetDateTime utc = now.atOffset(ZoneOffset.UTC);
        OffsetDateTime today = utc.truncatedTo(ChronoUnit.DAYS).withHour(config.digestHour());
        OffsetDateTime due = today.isAfter(utc) ? today.minusDays(1) : today;
        AtomicReference<UUID> after = new AtomicReference<>(FIRST);
        return Multi.createBy()
                .repeating()
                .uni(() -> batch(due.toLocalDate(), after.get(), due.toInstant(), now))
                .whilst(last -> {
                    last.ifPresent(after::set);
                    return last.isPresent();
                })
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** @return the last member dealt with; empty when nothing is left to do */
    private Uni<Optional<UUID>> batch(LocalDate day, UUID after, Instant raisedBefore, Instant now) {
        return Panache.withTransaction(() -> digests.tryLock()
                .chain(locked -> locked
                        ? digests.lockWaiting(after, raisedBefore, BATCH).chain(waiting -> prepare(waiting, day, now))
                        : Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<UUID>> prepare(List<Notification> waiting, LocalDate day, Instant now) {
        if (waiting.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        List<Notification> whole = wholeMembers(waiting);
        Map<UUID, List<Notification>> drafts =
                whole.stream().collect(groupingBy(notification -> notification.memberId)).values().stream()
                        .collect(toMap(contents -> UuidCreator.getTimeOrderedEpoch(), identity()));
        return digests.add(drafts, day, now)
                .map(added -> added.stream()
                        .map(digest -> fill(digest, drafts.get(digest), now))
                        .toList())
                .call(prepared -> outbox.publish(prepared))
                .map(prepared -> Optional.of(whole.getLast().memberId));
    }

    /** Those whose notifications are not all in a full batch wait for the next one, unless the batch is theirs alone. */
    private static List<Notification> wholeMembers(List<Notification> waiting) {
        UUID last = waiting.getLast().memberId;
        if (waiting.size() < BATCH || waiting.getFirst().memberId.equals(last)) {
            return waiting;
        }
        return waiting.stream()
                .filter(notification -> !notification.memberId.equals(last))
                .toList();
    }

    private static DigestPrepared fill(UUID digest, List<Notification> contents, Instant now) {
        contents.forEach(notification -> notification.putInto(digest));
        return new DigestPrepared(
                digest,
                contents.getFirst().memberId,
                contents.stream().map(notification -> notification.id).toList(),
                now);
    }
}
