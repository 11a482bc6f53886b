package io.cofound.event.meetup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.event.community.Standing;
import io.cofound.event.community.Standings;
import io.cofound.event.seat.MeetupSeats;
import io.cofound.platform.web.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Who may do what with a meetup. What somebody may not know of is 404 for them. The methods that await give a copy of
 * the membership time to arrive and so are called outside a transaction.
 */
@ApplicationScoped
public class MeetupAccess {

    private static final int LOOKS = 30;

    private final MeetupRepository meetups;
    private final Standings standings;

    MeetupAccess(MeetupRepository meetups, Standings standings) {
        this.meetups = meetups;
        this.standings = standings;
    }

    /**
     * Whoever may attend what the community does may register for a meetup, once its texts were accepted, which takes a
     * moment after it was published.
     */
    public Uni<Void> awaitGuest(UUID meetupId, UUID memberId) {
        return judged(meetupId, LOOKS)
                .chain(meetup -> standings
                        .awaited(meetup.communityId, memberId, Standing::mayAttend)
                        .invoke(standing -> requireKnown(meetup, standing))
                        .invoke(MeetupAccess::requireMayAttend)
                        .invoke(meetup::requireShown)
                        .invoke(Standing::requireOpen))
                .replaceWithVoid();
    }

    public Uni<Void> requireOrganiser(UUID meetupId, UUID memberId) {
        return meetup(meetupId)
                .chain(meetup -> standings
                        .of(meetup.communityId, Optional.of(memberId))
                        .invoke(standing -> requireOrganiser(meetup, standing)))
                .replaceWithVoid();
    }

    /** @return the seats of a meetup that takes registrations now, locked until the caller's transaction ends */
    public Uni<MeetupSeats> lockSeats(UUID meetupId) {
        Instant now = Instant.now();
        return meetups.lock(meetupId)
                .invoke(meetup -> meetup.requireOpenForRegistration(now))
                .map(meetup -> meetup.lockedSeats(now));
    }

    /** As above, for somebody who arrives: only what others see is registered for. */
    public Uni<MeetupSeats> lockSeatsForArrival(UUID meetupId) {
        Instant now = Instant.now();
        return meetups.lock(meetupId)
                .invoke(meetup -> meetup.requireOpenForRegistration(now))
                .invoke(Meetup::requireShown)
                .map(meetup -> meetup.lockedSeats(now));
    }

    /** @return the seats of every meetup that the member registered for, locked until the caller's transaction ends */
    public Uni<List<MeetupSeats>> lockSeatsOfAll(UUID memberId) {
        Instant now = Instant.now();
        return meetups.lockAttendedBy(memberId)
                .map(attended ->
                        attended.stream().map(meetup -> meetup.lockedSeats(now)).toList());
    }

    /** @return the community that the meetup belongs to */
    Uni<UUID> awaitOrganiser(UUID meetupId, UUID memberId) {
        return awaitOrganiser(meetupId, memberId, standing -> {});
    }

    /** As above; 409 when the community is archived. */
    Uni<UUID> awaitOrganiserOfOpen(UUID meetupId, UUID memberId) {
        return awaitOrganiser(meetupId, memberId, Standing::requireOpen);
    }

    private Uni<UUID> awaitOrganiser(UUID meetupId, UUID memberId, Consumer<Standing> alsoRequired) {
        return meetup(meetupId)
                .call(meetup -> standings
                        .awaited(meetup.communityId, memberId, Standing::mayOrganise)
                        .invoke(standing -> requireOrganiser(meetup, standing))
                        .invoke(alsoRequired))
                .map(meetup -> meetup.communityId);
    }

    Uni<Void> awaitOrganiserOf(UUID communityId, UUID memberId) {
        return standings
                .awaited(communityId, memberId, Standing::mayOrganise)
                .invoke(standing -> {
                    if (!standing.mayOrganise()) {
                        throw standing.mayKnowOf() ? organiserRequired() : Problem.notFound("community");
                    }
                })
                .invoke(Standing::requireOpen)
                .replaceWithVoid();
    }

    Uni<MeetupView> visible(UUID meetupId, Optional<UUID> reader) {
        return meetup(meetupId).chain(meetup -> standings
                .of(meetup.communityId, reader)
                .invoke(standing -> requireVisible(meetup, standing))
                .map(standing -> standing.mayOrganise() ? MeetupView.latest(meetup) : MeetupView.shown(meetup)));
    }

    /** @return how the reader stands to a community whose meetups they may see */
    Uni<Standing> insideView(UUID communityId, Optional<UUID> reader) {
        return standings.of(communityId, reader).invoke(standing -> {
            if (!standing.mayKnowOf()) {
                throw Problem.notFound("community");
            }
            if (!standing.maySeeInside()) {
                reader.orElseThrow(Problem::unauthenticated);
                throw Problem.forbidden("members-only", "Only members see what this community does.");
            }
        });
    }

    /** Looks again while its first texts are not judged; judgement is never waited for longer than that. */
    private Uni<Meetup> judged(UUID id, int looksLeft) {
        return meetup(id)
                .chain(meetup -> meetup.isAwaited() && looksLeft > 0
                        ? standings.pause().chain(() -> judged(id, looksLeft - 1))
                        : Uni.createFrom().item(meetup));
    }

    private Uni<Meetup> meetup(UUID id) {
        return Panache.withSession(() -> meetups.require(id));
    }

    private static void requireOrganiser(Meetup meetup, Standing standing) {
        requireVisible(meetup, standing);
        if (!standing.mayOrganise()) {
            throw organiserRequired();
        }
    }

    /** Who may attend may know that a meetup is about to be shown. */
    private static void requireKnown(Meetup meetup, Standing standing) {
        if (!(meetup.isAwaited() && standing.mayAttend())) {
            requireVisible(meetup, standing);
        }
    }

    private static void requireVisible(Meetup meetup, Standing standing) {
        if (!standing.mayOrganise() && !(meetup.isShown() && standing.maySeeInside())) {
            throw Problem.notFound("meetup");
        }
    }

    private static void requireMayAttend(Standing standing) {
        if (!standing.mayAttend()) {
            throw Problem.forbidden("members-only", "Only members may come to what this community does.");
        }
    }

    private static HttpProblem organiserRequired() {
        return Problem.forbidden("organiser-required", "Only the community's organisers may do this.");
    }
}
