package io.cofound.content.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.feed.HomeFeed.Entry;
import io.cofound.content.follow.Follows;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.events.delivery.EventReceiver;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes what is published into the home feeds of those who follow its author. Removed posts stay in, unread. */
@ApplicationScoped
class HomeFeedProjection {

    private static final int BATCH = 500;
    private static final UUID START = new UUID(0, 0);

    private final EventReceiver receiver;
    private final HomeFeeds feeds;
    private final Follows follows;
    private final HomeFeedOffsets offsets;
    private final int widest;

    /** @param widest how many followers an author may have to be written into their feeds */
    HomeFeedProjection(
            EventReceiver receiver,
            HomeFeeds feeds,
            Follows follows,
            @Identifier("home-feeds") HomeFeedOffsets offsets,
            @ConfigProperty(name = "cofound.home-feed.fan-out", defaultValue = "5000") int widest) {
        this.receiver = receiver;
        this.feeds = feeds;
        this.follows = follows;
        this.offsets = offsets;
        this.widest = widest;
    }

    @Incoming("home-feeds")
    Uni<Void> consume(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(
                        record,
                        received -> received.event() instanceof PostPublished post
                                ? add(post)
                                : Uni.createFrom().voidItem())
                .chain(() -> offsets.passed(record));
    }

    /** Apart from what is erased in PostgreSQL, so that this waits for a store that is away and that does not. */
    @Incoming("home-feed-erasures")
    Uni<Void> erase(ConsumerRecord<String, byte[]> record) {
        return receiver.receive(
                record,
                received -> received.event() instanceof ErasureRequested request
                        ? feeds.forget(request.memberId())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> add(PostPublished post) {
        Entry entry = new Entry(post.postId(), ChronoUnit.MICROS.between(Instant.EPOCH, post.publishedAt()));
        return isWide(post.authorId()).chain(wide -> wide ? Uni.createFrom().voidItem() : add(entry, post.authorId()));
    }

    private Uni<Void> add(Entry entry, UUID authorId) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(START), last -> batch(authorId, last.get())
                        .invoke(batch -> batch.forEach(last::set))
                        .call(batch -> batch.isEmpty() ? Uni.createFrom().voidItem() : feeds.add(entry, batch)))
                .whilst(batch -> batch.size() == BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<List<UUID>> batch(UUID authorId, UUID after) {
        return Panache.withSession(() -> follows.followersOf(authorId, after, BATCH));
    }

    /** Who has too many followers is wide from then on. */
    private Uni<Boolean> isWide(UUID authorId) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> session.createNativeQuery("""
                        insert into wide_author
                        select ?1 where (select count(*) from (
                            select 1 from follow where followed_id = ?1 and active limit ?2) counted) >= ?2
                        on conflict do nothing""")
                .setParameter(1, authorId)
                .setParameter(2, widest + 1)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(
                                "select count(*) from wide_author where author_id = ?1", Long.class)
                        .setParameter(1, authorId)
                        .getSingleResult())
                .map(count -> count > 0)));
    }
}
