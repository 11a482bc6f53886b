package io.cofound.community.member;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.contracts.community.MemberRegistered;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.problem.Problem;
import io.cofound.platform.web.versioning.Revision;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

@ApplicationScoped
public class MemberService {

    private static final String DEFAULT_LANGUAGE = "en";

    private final MemberRepository members;
    private final Submissions submissions;
    private final Outbox outbox;

    MemberService(MemberRepository members, Submissions submissions, Outbox outbox) {
        this.members = members;
        this.submissions = submissions;
        this.outbox = outbox;
    }

    /**
     * Makes the caller a member on the first call; later calls change nothing. Somebody who was erased starts afresh.
     * Joins the caller's transaction.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 410 for a token from before the erasure, and until all services
     *     have forgotten the member
     */
    @WithTransaction
    public Uni<Void> provision(Caller caller) {
        return members.isErased(caller.id()).chain(erased -> {
            if (erased == null) {
                return register(caller);
            }
            return erased ? startAgain(caller) : Uni.createFrom().voidItem();
        });
    }

    /** Makes others who change the same member's things wait for the caller's transaction to end. */
    @WithTransaction
    public Uni<Void> hold(UUID id) {
        return members.findById(id, LockModeType.PESSIMISTIC_WRITE).replaceWithVoid();
    }

    /** Those of them who are members, by their ids, as somebody who is signed in sees them. */
    @WithSession
    public Uni<Map<UUID, MemberSummary>> summariesOf(List<UUID> ids) {
        return members.here(ids)
                .map(rows -> rows.stream().map(MemberSummary::of).collect(toMap(MemberSummary::id, identity())));
    }

    /**
     * Erases the profile and begins to forget the member: until {@link #forgotten} nobody is a member with this id. Joins
     * the caller's transaction; done twice it is done once.
     *
     * @return the revision at which the member is erased
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there was none
     */
    @WithTransaction
    public Uni<Long> retire(UUID memberId) {
        return members.findById(memberId, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("member"))
                .call(member -> member.isErased() ? Uni.createFrom().voidItem() : erase(member))
                .map(member -> member.revision);
    }

    /** Every service has forgotten the member; the person may start afresh. Joins the caller's transaction. */
    @WithTransaction
    public Uni<Void> forgotten(UUID memberId) {
        return members.findById(memberId, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNotNull()
                .invoke(Member::forgotten)
                .replaceWithVoid();
    }

    @WithTransaction
    Uni<MemberView> me(Caller caller) {
        return provision(caller)
                .chain(() -> members.findById(caller.id()))
                .map(member -> MemberView.of(member, caller.optionalId()));
    }

    @WithTransaction
    Uni<MemberView> present(Caller caller, long expectedRevision, Profile profile) {
        return provision(caller)
                .chain(() -> members.findById(caller.id(), LockModeType.PESSIMISTIC_WRITE))
                .invoke(member -> Revision.check(expectedRevision, member.revision))
                .call(member -> {
                    UUID waiting = member.pendingSubmission();
                    member.present(profile);
                    return submissions.follow(waiting, member);
                })
                .call(member -> outbox.publish(member.changed()))
                .map(member -> MemberView.of(member, caller.optionalId()));
    }

    @WithSession
    Uni<MemberView> get(UUID id, Optional<UUID> readerId) {
        return members.findById(id)
                .invoke(member -> {
                    if (member == null || member.isErased()) {
                        throw Problem.notFound("member");
                    }
                })
                .map(member -> MemberView.of(member, readerId));
    }

    /** Only what the member was up to that revision: somebody who has started afresh since is somebody else. */
    Uni<Void> eraseUpTo(UUID memberId, long revision) {
        return members.findById(memberId, LockModeType.PESSIMISTIC_WRITE)
                .chain(member -> member == null || member.isErased() || member.revision > revision
                        ? Uni.createFrom().voidItem()
                        : erase(member));
    }

    private Uni<Void> register(Caller caller) {
        Member member = new Member(caller.id(), caller.displayName(), language(caller));
        return members.addIfNew(member)
                .chain(isNew -> isNew
                        ? outbox.publish(member.registered())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> startAgain(Caller caller) {
        Instant issuedAt = caller.claim("iat")
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
                .orElse(Instant.EPOCH);
        return members.findById(caller.id(), LockModeType.PESSIMISTIC_WRITE).chain(member -> {
            if (!member.isErased()) {
                return Uni.createFrom().voidItem();
            }
            if (!member.mayStartAgain(issuedAt)) {
                throw Problem.gone(
                        "member-erased",
                        "This member was erased. Sign in again, when it is complete, to start afresh.");
            }
            member.startAgain(caller.displayName(), language(caller));
            return outbox.publish(member.registered());
        });
    }

    private Uni<Void> erase(Member member) {
        UUID waiting = member.pendingSubmission();
        member.erase();
        return submissions.follow(waiting, member).chain(() -> outbox.erase(MemberRegistered.class, member.id));
    }

    private static String language(Caller caller) {
        return caller.claim("locale").orElse(DEFAULT_LANGUAGE);
    }
}
