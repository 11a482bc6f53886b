package io.cofound.content.post;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class PostRepository implements PanacheRepositoryBase<Post, UUID> {

    /** To be called before anything else loads the post: a lock does not refresh what the session already knows. */
    Uni<Post> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** How many posts are pinned in the community; nobody pins another before the caller's transaction has ended. */
    Uni<Long> holdPinned(UUID communityId) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from pg_advisory_xact_lock(hashtextextended('pins ' || ?1, 0))",
                                Long.class)
                        .setParameter(1, communityId.toString())
                        .getSingleResult())
                .chain(() -> count("communityId = ?1 and pinnedAt is not null", communityId));
    }

    Uni<List<Post>> writtenBy(UUID authorId) {
        return list("authorId = ?1 order by id", authorId);
    }

    Uni<List<Post>> lockWrittenBy(UUID authorId, Instant until) {
        return find("authorId = ?1 and createdAt <= ?2 order by id", authorId, until)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** After their revisions. */
    Uni<Void> deleteUnseenBy(UUID authorId, Instant until) {
        return delete("authorId = ?1 and createdAt <= ?2 and publishedRevision is null", authorId, until)
                .replaceWithVoid();
    }

    /** Posts that others see and partners should have, or have and should not; locked, at most {@code limit}. */
    Uni<List<Post>> lockMisaligned(UUID communityId, boolean shouldBeShared, int limit) {
        return find(
                        "communityId = ?1 and shared = ?2 and publishedRevision is not null order by id",
                        communityId,
                        !shouldBeShared)
                .range(0, limit - 1)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
