package io.cofound.event.seat;

/** What may happen to the seats of a meetup; members are numbered. */
sealed interface SeatingAction {

    record Register(int member) implements SeatingAction {}

    record Cancel(int member) implements SeatingAction {}

    record Resize(int capacity) implements SeatingAction {}
}
