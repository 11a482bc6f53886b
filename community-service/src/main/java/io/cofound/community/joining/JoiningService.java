package io.cofound.community.joining;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.ban.BanView;
import io.cofound.community.ban.Bans;
import io.cofound.community.community.Candidacy;
import io.cofound.community.community.Roster;
import io.cofound.community.invitation.Invitations;
import io.cofound.community.joining.JoinOutcome.Joined;
import io.cofound.community.joining.JoinOutcome.Refused;
import io.cofound.community.joining.JoinOutcome.Requested;
import io.cofound.community.joinrequest.JoinRequests;
import io.cofound.community.member.MemberService;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** The ways into a community. All who want to join one queue at its row. */
@ApplicationScoped
class JoiningService {

    private final MemberService members;
    private final Roster roster;
    private final Bans bans;
    private final Invitations invitations;
    private final JoinRequests requests;

    JoiningService(MemberService members, Roster roster, Bans bans, Invitations invitations, JoinRequests requests) {
        this.members = members;
        this.roster = roster;
        this.bans = bans;
        this.invitations = invitations;
        this.requests = requests;
    }

    /** Joining twice is joining once, and uses up one invitation at most. */
    @WithTransaction
    Uni<JoinOutcome> join(Caller caller, UUID communityId, JoinApplication application) {
        return members.provision(caller)
                .chain(() -> roster.candidacy(communityId, caller.id()))
                .chain(candidacy -> candidacy
                        .membership()
                        .<Uni<JoinOutcome>>map(membership -> Uni.createFrom().item(new Joined(membership)))
                        .orElseGet(() -> join(candidacy, application)));
    }

    private Uni<JoinOutcome> join(Candidacy candidacy, JoinApplication application) {
        return invitation(candidacy, application.invitation())
                .chain(invitation -> bans.inForce(candidacy.communityId(), candidacy.memberId())
                        .chain(ban -> {
                            requireKnown(candidacy, invitation, ban);
                            if (ban.isPresent()) {
                                return Uni.createFrom().item(new Refused(ban.get()));
                            }
                            candidacy.requireNotArchived();
                            return invitation.isPresent()
                                    ? invitations.redeem(invitation.get()).chain(role -> admit(candidacy, role))
                                    : joinUninvited(candidacy, application.message());
                        }));
    }

    private Uni<Optional<UUID>> invitation(Candidacy candidacy, String code) {
        if (code == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return invitations.find(candidacy.communityId(), code).invoke(found -> {
            if (found.isEmpty() && !candidacy.hidden()) {
                throw Problem.unprocessable("invitation-unknown", "This community has no invitation with this code.");
            }
        });
    }

    private static void requireKnown(Candidacy candidacy, Optional<UUID> invitation, Optional<BanView> ban) {
        boolean knowsIt = !candidacy.hidden() || invitation.isPresent() || ban.isPresent() && candidacy.knewIt();
        if (!knowsIt) {
            throw Problem.notFound("community");
        }
    }

    private Uni<JoinOutcome> joinUninvited(Candidacy candidacy, String message) {
        return switch (candidacy.joining()) {
            case OPEN -> admit(candidacy, CommunityRole.MEMBER);
            case REQUEST ->
                requests.ask(candidacy.communityId(), candidacy.memberId(), message)
                        .map(Requested::new);
            case INVITATION ->
                throw Problem.forbidden("invitation-required", "This community takes members by invitation only.");
        };
    }

    private Uni<JoinOutcome> admit(Candidacy candidacy, CommunityRole role) {
        return requests.withdraw(candidacy.communityId(), candidacy.memberId())
                .chain(() -> roster.admit(candidacy.communityId(), candidacy.memberId(), role))
                .map(Joined::new);
    }
}
