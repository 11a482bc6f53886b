package io.cofound.content.mute;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.community.Communities;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class MuteService {

    /** Of each kind. Every feed compares with all of them. */
    static final int MOST = 500;

    private final MuteRepository mutes;
    private final Communities communities;

    MuteService(MuteRepository mutes, Communities communities) {
        this.mutes = mutes;
        this.communities = communities;
    }

    @WithSession
    Uni<MutesView> of(UUID memberId) {
        return mutes.tagsOf(memberId)
                .chain(tags -> mutes.membersOf(memberId).map(members -> new MutesView(tags, members)));
    }

    @WithTransaction
    Uni<Void> muteTag(UUID memberId, String tag) {
        return mutes.tagsOf(memberId)
                .invoke(muted -> requireRoom(muted.size()))
                .chain(() -> mutes.add(memberId, tag, now()));
    }

    @WithTransaction
    Uni<Void> unmuteTag(UUID memberId, String tag) {
        return mutes.remove(memberId, tag);
    }

    @WithTransaction
    Uni<Void> muteMember(UUID memberId, UUID mutedId) {
        if (memberId.equals(mutedId)) {
            throw Problem.unprocessable("own-member", "You cannot mute yourself.");
        }
        return communities
                .nameOf(mutedId)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("member"))
                .chain(() -> mutes.membersOf(memberId))
                .invoke(muted -> requireRoom(muted.size()))
                .chain(() -> mutes.add(memberId, mutedId, now()));
    }

    @WithTransaction
    Uni<Void> unmuteMember(UUID memberId, UUID mutedId) {
        return mutes.remove(memberId, mutedId);
    }

    private static void requireRoom(int muted) {
        if (muted >= MOST) {
            throw Problem.conflict("too-many-mutes", "You mute " + MOST + " already. Take one back first.");
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
