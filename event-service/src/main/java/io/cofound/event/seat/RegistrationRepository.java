package io.cofound.event.seat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class RegistrationRepository implements PanacheRepositoryBase<Registration, UUID> {

    /** Null when the member never registered. */
    Uni<Registration> of(UUID meetupId, UUID memberId) {
        return find("meetupId = ?1 and memberId = ?2", meetupId, memberId).firstResult();
    }

    Uni<List<Registration>> of(UUID memberId) {
        return list("memberId = ?1 order by meetupId", memberId);
    }

    Uni<List<Registration>> headOfLine(UUID meetupId, int length) {
        return length == 0
                ? Uni.createFrom().item(List.of())
                : find("meetupId = ?1 and state = ?2 order by registeredAt", meetupId, RegistrationState.WAITLISTED)
                        .range(0, length - 1)
                        .list();
    }

    /** Place in the line, from 1, that somebody has who waits. */
    Uni<Integer> positionOf(Registration waiting) {
        return count(
                        "meetupId = ?1 and state = ?2 and registeredAt <= ?3",
                        waiting.meetupId,
                        RegistrationState.WAITLISTED,
                        waiting.registeredAt)
                .map(Math::toIntExact);
    }

    /** In the order of arrival. */
    Uni<List<Registration>> list(UUID meetupId, Optional<RegistrationState> state, PageRequest page) {
        Parameters parameters = Parameters.with("meetup", meetupId);
        String where = "meetupId = :meetup";
        if (state.isPresent()) {
            where += " and state = :state";
            parameters.and("state", state.get());
        }
        if (page.after().isPresent()) {
            where += " and (registeredAt, id) > (:at, :id)";
            parameters
                    .and("at", page.after().get().at())
                    .and("id", page.after().get().id());
        }
        return find(where + " order by registeredAt, id", parameters)
                .range(0, page.fetchSize() - 1)
                .list();
    }
}
