package io.cofound.community.joinrequest;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.community.Memberships;
import io.cofound.community.notification.Notifications;
import io.cofound.contracts.community.NotificationKind;
import io.cofound.contracts.community.Permission;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Requests to join as joining and banning need them. Every method joins the caller's transaction, which holds the
 * community's row.
 */
@ApplicationScoped
public class JoinRequests {

    /** How many of those who may answer are told. */
    private static final int TOLD = 50;

    private final JoinRequestRepository requests;
    private final Memberships memberships;
    private final Notifications notifications;

    JoinRequests(JoinRequestRepository requests, Memberships memberships, Notifications notifications) {
        this.requests = requests;
        this.memberships = memberships;
        this.notifications = notifications;
    }

    /**
     * Asks, once: who waits for an answer already keeps the request there is.
     *
     * @param message may be null
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 {@code asked-recently} within 7 days of a refusal
     */
    public Uni<JoinRequestView> ask(UUID communityId, UUID memberId, String message) {
        return requests.lock(communityId, memberId)
                .chain(former -> {
                    if (former == null) {
                        return requests.persist(new JoinRequest(communityId, memberId, message))
                                .call(this::tell);
                    }
                    if (former.isPending()) {
                        return Uni.createFrom().item(former);
                    }
                    former.askAgain(message);
                    return tell(former).replaceWith(former);
                })
                .map(JoinRequestView::of);
    }

    /** The member joined in another way: nothing is left to answer. */
    public Uni<Void> withdraw(UUID communityId, UUID memberId) {
        return requests.lock(communityId, memberId)
                .invoke(request -> {
                    if (request != null && request.isPending()) {
                        request.withdraw();
                    }
                })
                .replaceWithVoid();
    }

    /** The member may not join: the request, if one waits, is declined without a reason of its own. */
    public Uni<Void> decline(UUID communityId, UUID memberId, UUID moderatorId) {
        return requests.lock(communityId, memberId)
                .invoke(request -> {
                    if (request != null && request.isPending()) {
                        request.answer(JoinRequestState.DECLINED, moderatorId, null);
                    }
                })
                .replaceWithVoid();
    }

    /** At most once a day for a request, so that asking and withdrawing in turns bothers nobody. */
    private Uni<Void> tell(JoinRequest request) {
        String occasion = "join-requested:" + request.id + ":" + LocalDate.ofInstant(request.askedAt, ZoneOffset.UTC);
        return memberships
                .holders(request.communityId, Permission.ANSWER_REQUESTS, TOLD)
                .chain(holders -> Multi.createFrom()
                        .iterable(holders)
                        .onItem()
                        .transformToUniAndConcatenate(holder -> notifications.raise(
                                holder,
                                NotificationKind.JOIN_REQUESTED,
                                request.communityId,
                                request.memberId,
                                occasion))
                        .collect()
                        .last())
                .replaceWithVoid();
    }
}
