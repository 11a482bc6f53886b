package io.cofound.community.member;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.problem.Problem;
import io.cofound.platform.web.versioning.Revision;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
public class MemberService {

    private static final String DEFAULT_LANGUAGE = "en";

    private final MemberRepository members;
    private final Outbox outbox;

    MemberService(MemberRepository members, Outbox outbox) {
        this.members = members;
        this.outbox = outbox;
    }

    /** Makes the caller a member on the first call; later calls change nothing. Joins the caller's transaction. */
    @WithTransaction
    public Uni<Void> provision(Caller caller) {
        Member member = new Member(
                caller.id(), caller.displayName(), caller.claim("locale").orElse(DEFAULT_LANGUAGE));
        return members.addIfNew(member)
                .chain(isNew -> isNew
                        ? outbox.publish(member.registered())
                        : Uni.createFrom().voidItem());
    }

    /** Makes others who change the same member's things wait for the caller's transaction to end. */
    @WithTransaction
    public Uni<Void> hold(UUID id) {
        return members.findById(id, LockModeType.PESSIMISTIC_WRITE).replaceWithVoid();
    }

    @WithTransaction
    Uni<MemberView> me(Caller caller) {
        return provision(caller).chain(() -> members.findById(caller.id())).map(MemberView::of);
    }

    @WithTransaction
    Uni<MemberView> present(Caller caller, long expectedRevision, Profile profile) {
        return provision(caller)
                .chain(() -> members.findById(caller.id(), LockModeType.PESSIMISTIC_WRITE))
                .invoke(member -> Revision.check(expectedRevision, member.revision))
                .invoke(member -> member.present(profile))
                .call(member -> outbox.publish(member.changed()))
                .map(MemberView::of);
    }

    @WithSession
    Uni<MemberView> get(UUID id) {
        return members.findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("member"))
                .map(MemberView::of);
    }

    /** Placeholder until the member feature brings its own. */
    @WithTransaction
    public Uni<Long> retire(UUID id) {
        return members.findById(id, LockModeType.PESSIMISTIC_WRITE)
                .invoke(Member::retire)
                .call(() -> outbox.erase(io.cofound.contracts.community.MemberRegistered.class, id))
                .map(member -> member.revision);
    }

    /** Placeholder until the member feature brings its own. */
    @WithTransaction
    public Uni<Void> forgotten(UUID id) {
        return Uni.createFrom().voidItem();
    }
}
