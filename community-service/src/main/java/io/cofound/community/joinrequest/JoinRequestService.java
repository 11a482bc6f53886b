package io.cofound.community.joinrequest;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.community.Memberships;
import io.cofound.community.community.Roster;
import io.cofound.community.notification.Notifications;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.NotificationKind;
import io.cofound.contracts.community.Permission;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class JoinRequestService {

    private final JoinRequestRepository requests;
    private final Memberships memberships;
    private final Roster roster;
    private final Notifications notifications;

    JoinRequestService(
            JoinRequestRepository requests, Memberships memberships, Roster roster, Notifications notifications) {
        this.requests = requests;
        this.memberships = memberships;
        this.roster = roster;
        this.notifications = notifications;
    }

    @WithSession
    Uni<Page<JoinRequestView>> list(UUID readerId, UUID communityId, JoinRequestState state, PageRequest page) {
        return memberships
                .require(communityId, readerId, Permission.ANSWER_REQUESTS)
                .chain(() -> requests.queue(communityId, state, page))
                .map(rows -> Page.of(rows, page, row -> new Cursor(row.askedAt, row.id), JoinRequestView::of));
    }

    /** Of several answers at once the first one counts; the others are 409. */
    @WithTransaction
    Uni<JoinRequestView> answer(UUID moderatorId, UUID communityId, UUID memberId, JoinAnswer answer) {
        return memberships
                .requireForChange(communityId, moderatorId, Permission.ANSWER_REQUESTS)
                .chain(() -> lock(communityId, memberId))
                .invoke(request -> request.answer(answer.state(), moderatorId, answer.reason()))
                .call(request -> request.state == JoinRequestState.ACCEPTED
                        ? roster.admit(communityId, memberId, CommunityRole.MEMBER)
                        : Uni.createFrom().voidItem())
                .call(request -> notifications.raise(
                        memberId,
                        NotificationKind.JOIN_ANSWERED,
                        communityId,
                        null,
                        "join-answered:" + request.id + ":" + request.revision))
                .map(JoinRequestView::of);
    }

    @WithSession
    Uni<JoinRequestView> own(UUID memberId, UUID communityId) {
        return requests.of(communityId, memberId)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("join-request"))
                .map(JoinRequestView::of);
    }

    /** Of an archived community too: to withdraw takes nothing from anybody. */
    @WithTransaction
    Uni<Void> withdraw(UUID memberId, UUID communityId) {
        return lock(communityId, memberId).invoke(JoinRequest::withdraw).replaceWithVoid();
    }

    private Uni<JoinRequest> lock(UUID communityId, UUID memberId) {
        return requests.lock(communityId, memberId).onItem().ifNull().failWith(() -> Problem.notFound("join-request"));
    }
}
