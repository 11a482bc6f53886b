package io.cofound.content.community;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.contracts.community.Visibility;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

import static java.util.stream.Collectors.toMap;

/** What this service knows of communities and who belongs to them. Copies may lag behind a little. */
@ApplicationScoped
public class Communities {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Vertx vertx;

    Communities(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Needs a session.
     *
     * @param memberId null for somebody who is not signed in
     * @return null for an unknown community
     */
    public Uni<Standing> standing(UUID communityId, UUID memberId) {
        return Panache.getSession().chain(session -> session.createQuery("""
                        select c.visibility, c.moderation, c.archived, m.role from Community c
                        left join Membership m on m.communityId = c.id and m.memberId = :member and m.active
                        where c.id = :community""", Standing.class)
                .setParameter("community", communityId)
                .setParameter("member", memberId == null ? NOBODY : memberId)
                .getSingleResultOrNull());
    }

    /**
     * How a member stands to a community who may have joined it a moment ago, in another service: waits up to 1.5 s to
     * hear of it. Not to be called with a session open, which it would hold all the while.
     *
     * @return null for an unknown community
     */
    public Uni<Standing> awaitStanding(UUID communityId, UUID memberId) {
        return awaitStanding(communityId, memberId, PATIENCE.dividedBy(PAUSE));
    }

    private Uni<Standing> awaitStanding(UUID communityId, UUID memberId, long pausesLeft) {
        return Panache.withSession(() -> standing(communityId, memberId))
                .chain(standing -> standing != null && standing.mayWrite() || pausesLeft == 0
                        ? Uni.createFrom().item(standing)
                        : pause().chain(() -> awaitStanding(communityId, memberId, pausesLeft - 1)));
    }

    /** A Vert.x timer, so that what follows stays on the context that a Hibernate session is bound to. */
    private Uni<Void> pause() {
        return Uni.createFrom().emitter(emitter -> vertx.setTimer(PAUSE.toMillis(), id -> emitter.complete(null)));
    }

    /** The community's visibility, which does not change before the caller's transaction has ended. */
    public Uni<Visibility> holdVisibility(UUID communityId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select visibility from community where id = ?1 for share", String.class)
                        .setParameter(1, communityId)
                        .getSingleResult())
                .map(Visibility::valueOf);
    }

    /** As {@link #holdVisibility}, of several communities, by their ids. */
    public Uni<Map<UUID, Visibility>> holdVisibilities(List<UUID> communityIds) {
        return Panache.getSession()
                .chain(session -> session.createQuery("from Community where id in ?1 order by id", Community.class)
                        .setParameter(1, communityIds)
                        .setLockMode(LockModeType.PESSIMISTIC_READ)
                        .getResultList())
                .map(found ->
                        found.stream().collect(toMap(community -> community.id, community -> community.visibility)));
    }

    /** Null where the member is unknown, or a former one. */
    public Uni<String> nameOf(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createQuery("select displayName from Member where id = ?1", String.class)
                        .setParameter(1, memberId)
                        .getSingleResultOrNull());
    }

    /** By member id; unknown and former members are absent. */
    public Uni<Map<UUID, String>> namesOf(List<UUID> memberIds) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from Member where id in ?1 and displayName is not null", Member.class)
                        .setParameter(1, memberIds)
                        .getResultList())
                .map(members -> members.stream().collect(toMap(member -> member.id, member -> member.displayName)));
    }
}
