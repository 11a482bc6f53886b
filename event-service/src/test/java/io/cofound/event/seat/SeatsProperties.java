package io.cofound.event.seat;

import java.util.List;

import io.cofound.event.seat.SeatingAction.Cancel;
import io.cofound.event.seat.SeatingAction.Register;
import io.cofound.event.seat.SeatingAction.Resize;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds after any sequence of registering, cancelling and changing the capacity, whatever the clock says. */
class SeatsProperties {

    @Property(tries = 2_000)
    void never_over_capacity_and_nobody_waits_while_a_seat_is_free(
            @ForAll("actions") List<SeatingAction> actions, @ForAll @IntRange(min = 1, max = 4) int capacity) {
        MeetupInMemory meetup = new MeetupInMemory(capacity);
        for (SeatingAction action : actions) {
            meetup.perform(action);

            assertThat(meetup.confirmed().size()).isLessThanOrEqualTo(meetup.seats.capacity());
            assertThat(meetup.line().isEmpty() || meetup.confirmed().size() == meetup.seats.capacity())
                    .as("nobody waits while a seat is free")
                    .isTrue();
            assertThat(meetup.seats.confirmed()).isEqualTo(meetup.confirmed().size());
            assertThat(meetup.seats.waitlisted()).isEqualTo(meetup.line().size());
        }
        Statistics.label("somebody waits at the end").collect(!meetup.line().isEmpty());
        Statistics.label("somebody was promoted").collect(meetup.promotions > 0);
    }

    /** Compared with a plain queue that knows nothing of how the seats are counted. */
    @Property(tries = 2_000)
    void seats_go_to_those_who_came_first(
            @ForAll("actions") List<SeatingAction> actions, @ForAll @IntRange(min = 1, max = 4) int capacity) {
        MeetupInMemory meetup = new MeetupInMemory(capacity);
        FairQueue fair = new FairQueue(capacity);
        for (SeatingAction action : actions) {
            meetup.perform(action);
            fair.perform(action);

            assertThat(meetup.confirmed()).isEqualTo(fair.seated());
            assertThat(meetup.line()).isEqualTo(fair.line());
        }
    }

    @Property
    void registering_twice_is_registering_once(@ForAll("actions") List<SeatingAction> actions) {
        MeetupInMemory once = new MeetupInMemory(2);
        MeetupInMemory twice = new MeetupInMemory(2);
        for (SeatingAction action : actions) {
            once.perform(action);
            twice.perform(action);
            if (action instanceof Register) {
                twice.perform(action);
            }
        }
        assertThat(twice.confirmed()).isEqualTo(once.confirmed());
        assertThat(twice.line()).isEqualTo(once.line());
        assertThat(twice.revisions()).isEqualTo(once.revisions());
    }

    @Provide
    Arbitrary<List<SeatingAction>> actions() {
        Arbitrary<Integer> members = Arbitraries.integers().between(1, 9);
        Arbitrary<Integer> capacities = Arbitraries.integers().between(1, 6);
        return Arbitraries.<SeatingAction>frequencyOf(
                        Tuple.of(6, members.map(Register::new)),
                        Tuple.of(3, members.map(Cancel::new)),
                        Tuple.of(1, capacities.map(Resize::new)))
                .list()
                .ofMaxSize(60);
    }
}
