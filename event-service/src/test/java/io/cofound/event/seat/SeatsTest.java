package io.cofound.event.seat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SeatsTest {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private final Seats oneSeat = new Seats(1);

    @Test
    void the_first_gets_the_seat_and_the_second_waits() {
        Registration ada = arrival();
        Registration mei = arrival();

        assertThat(ada.isConfirmed()).isTrue();
        assertThat(mei.isWaitlisted()).isTrue();
        assertThat(oneSeat.waitlisted()).isOne();
    }

    @Test
    void who_arrives_by_a_slower_clock_still_came_later() {
        Registration ada = arrival();
        Registration mei = new Registration(new UUID(0, 1), UUID.randomUUID());

        oneSeat.register(mei, NOON.minusSeconds(60));

        assertThat(mei.registeredAt).isAfter(ada.registeredAt);
    }

    @Test
    void a_seat_that_is_given_back_goes_to_the_first_in_line() {
        Registration ada = arrival();
        Registration mei = arrival();
        arrival();

        oneSeat.cancel(ada, List.of(mei), NOON);

        assertThat(mei.isConfirmed()).isTrue();
        assertThat(mei.confirmed(UUID.randomUUID(), true).revision()).isEqualTo(2);
        assertThat(oneSeat.waitlisted()).isOne();
    }

    @Test
    void leaving_the_line_moves_nobody_up() {
        arrival();
        Registration mei = arrival();

        assertThat(oneSeat.movingUpAfter(mei)).isZero();
        oneSeat.cancel(mei, List.of(), NOON);

        assertThat(oneSeat.confirmed()).isOne();
        assertThat(oneSeat.waitlisted()).isZero();
    }

    @Test
    void who_comes_back_is_the_last_in_line() {
        Registration ada = arrival();
        Registration mei = arrival();
        Registration bo = arrival();
        oneSeat.cancel(ada, List.of(mei), NOON);

        oneSeat.register(ada, NOON);

        assertThat(ada.isWaitlisted()).isTrue();
        assertThat(ada.registeredAt).isAfter(bo.registeredAt);
    }

    @Test
    void nobody_loses_a_seat_to_a_smaller_room() {
        Seats three = new Seats(3);
        three.register(new Registration(new UUID(0, 1), UUID.randomUUID()), NOON);
        three.register(new Registration(new UUID(0, 1), UUID.randomUUID()), NOON);

        assertThat(three.movingUpAt(2)).isZero();
        assertThatExceptionOfType(HttpProblem.class)
                .isThrownBy(() -> three.movingUpAt(1))
                .matches(problem -> problem.getStatusCode() == 409)
                .matches(problem -> problem.getType().toString().endsWith(":capacity-below-confirmed"));
    }

    @Test
    void a_seat_cannot_be_forgotten_nor_given_twice() {
        Registration ada = arrival();
        Registration mei = arrival();

        assertThatIllegalArgumentException().isThrownBy(() -> oneSeat.cancel(ada, List.of(), NOON));
        assertThatIllegalArgumentException().isThrownBy(() -> oneSeat.resize(3, List.of(mei, ada), NOON));
    }

    private Registration arrival() {
        Registration registration = new Registration(new UUID(0, 1), UUID.randomUUID());
        oneSeat.register(registration, NOON);
        return registration;
    }
}
