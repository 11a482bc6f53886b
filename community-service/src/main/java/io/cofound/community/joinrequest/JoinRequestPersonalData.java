package io.cofound.community.joinrequest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

/** What the member asked, and what the member answered others. */
@ApplicationScoped
class JoinRequestPersonalData implements PersonalData {

    /** Without who asked, whose data that is. */
    record GivenAnswer(UUID communityId, JoinRequestState state, String reason, Instant answeredAt) {}

    private final JoinRequestRepository requests;

    JoinRequestPersonalData(JoinRequestRepository requests) {
        this.requests = requests;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return requests.ofMember(memberId).chain(own -> requests.answeredBy(memberId)
                .map(answered -> List.of(
                        new Holding(
                                "join-requests",
                                own.stream().map(JoinRequestView::of).toList()),
                        new Holding(
                                "answered-join-requests",
                                answered.stream()
                                        .map(row ->
                                                new GivenAnswer(row.communityId, row.state, row.reason, row.answeredAt))
                                        .toList()))));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return requests.deleteOf(request.memberId())
                .chain(() -> requests.dropReasonsBy(request.memberId()))
                .replaceWithVoid();
    }
}
