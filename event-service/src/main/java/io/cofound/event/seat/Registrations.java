package io.cofound.event.seat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.smallrye.mutiny.Uni;

/** Who comes, who waits and who does not come; for reading, in the caller's session. */
@ApplicationScoped
public class Registrations {

    private final RegistrationRepository registrations;

    Registrations(RegistrationRepository registrations) {
        this.registrations = registrations;
    }

    /** Fails with 404 for a member who never registered. */
    public Uni<RegistrationView> of(UUID meetupId, UUID memberId) {
        return registrations
                .of(meetupId, memberId)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("registration"))
                .chain(registration -> placeOf(Optional.of(registration).filter(Registration::isWaitlisted))
                        .map(place -> RegistrationView.of(registration, place)));
    }

    /** All of a member's. */
    public Uni<List<OwnRegistration>> of(UUID memberId) {
        return registrations
                .of(memberId)
                .map(rows -> rows.stream().map(OwnRegistration::of).toList());
    }

    /** In the order of arrival. */
    public Uni<Page<RegistrationView>> list(UUID meetupId, Optional<RegistrationState> state, PageRequest page) {
        return registrations.list(meetupId, state, page).chain(rows -> placeOf(
                        rows.stream().filter(Registration::isWaitlisted).findFirst())
                .map(firstPlace -> Page.of(
                        views(rows, firstPlace),
                        page,
                        view -> new Cursor(view.registration.registeredAt, view.registration.id),
                        Placed::view)));
    }

    private record Placed(Registration registration, int place) {

        RegistrationView view() {
            return RegistrationView.of(registration, place);
        }
    }

    /** The rows are in the order of arrival, so those who wait stand in line one behind the other. */
    private static List<Placed> views(List<Registration> rows, int firstPlace) {
        List<Placed> placed = new ArrayList<>(rows.size());
        int place = firstPlace;
        for (Registration row : rows) {
            placed.add(new Placed(row, row.isWaitlisted() ? place++ : 0));
        }
        return placed;
    }

    private Uni<Integer> placeOf(Optional<Registration> waiting) {
        return waiting.map(registrations::positionOf)
                .orElseGet(() -> Uni.createFrom().item(0));
    }
}
