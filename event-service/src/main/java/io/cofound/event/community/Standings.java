package io.cofound.event.community;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.Visibility;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** Tells how people stand to communities, from the copies kept here. */
@ApplicationScoped
public class Standings {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final int LOOKS = 30;
    private static final UUID NOBODY = new UUID(0, 0);

    private final Vertx vertx;

    Standings(Vertx vertx) {
        this.vertx = vertx;
    }

    /** @param memberId empty for those not signed in */
    public Uni<Standing> of(UUID communityId, Optional<UUID> memberId) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select c.visibility, c.archived, m.role, coalesce(m.banned_until > now(), false)
                                from community c
                                left join membership m on m.community_id = c.id and m.member_id = ?2
                                where c.id = ?1""", Object[].class)
                        .setParameter(1, communityId)
                        .setParameter(2, memberId.orElse(NOBODY))
                        .getSingleResultOrNull())
                .map(row -> row == null ? Standing.NO_SUCH_COMMUNITY : standing(row)));
    }

    /**
     * Gives copies that may still be on their way up to 1.5 s to arrive. Not for use inside a transaction, which would
     * hold its connection as long.
     *
     * @param enough ends the wait
     * @return the last standing seen, whether it is enough or not
     */
    public Uni<Standing> awaited(UUID communityId, UUID memberId, Predicate<Standing> enough) {
        return look(communityId, memberId, enough, LOOKS);
    }

    private Uni<Standing> look(UUID communityId, UUID memberId, Predicate<Standing> enough, int looksLeft) {
        return of(communityId, Optional.of(memberId))
                .chain(standing -> enough.test(standing) || looksLeft == 0
                        ? Uni.createFrom().item(standing)
                        : pause().chain(() -> look(communityId, memberId, enough, looksLeft - 1)));
    }

    /**
     * Before one looks again. A Vert.x timer, so that what follows stays on the context that a Hibernate session is bound to.
     */
    public Uni<Void> pause() {
        return Uni.createFrom().emitter(emitter -> vertx.setTimer(LOOK_EVERY.toMillis(), id -> emitter.complete(null)));
    }

    private static Standing standing(Object[] row) {
        return new Standing(
                Visibility.valueOf((String) row[0]),
                (Boolean) row[1],
                row[2] == null ? null : CommunityRole.valueOf((String) row[2]),
                (Boolean) row[3]);
    }
}
