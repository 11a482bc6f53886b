package io.cofound.event.seat;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import io.quarkiverse.resteasy.problem.HttpProblem;

import static java.util.stream.Collectors.toMap;

/** {@link Seats} with a map in the place of the table, and clocks that jump back and forth. */
final class MeetupInMemory {

    private static final UUID ID = new UUID(0, 1);
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    final Seats seats;
    int promotions;

    private final Map<Integer, Registration> table = new TreeMap<>();
    private final Random clock = new Random(42);

    MeetupInMemory(int capacity) {
        seats = new Seats(capacity);
    }

    void perform(SeatingAction action) {
        switch (action) {
            case SeatingAction.Register(int member) ->
                seats.register(table.computeIfAbsent(member, m -> new Registration(ID, new UUID(1, m))), now());
            case SeatingAction.Cancel(int member) -> cancel(member);
            case SeatingAction.Resize(int capacity) -> resize(capacity);
        }
    }

    Set<Integer> confirmed() {
        Set<Integer> members = new HashSet<>();
        table.forEach((member, registration) -> {
            if (registration.isConfirmed()) {
                members.add(member);
            }
        });
        return members;
    }

    List<Integer> line() {
        return table.entrySet().stream()
                .filter(row -> row.getValue().isWaitlisted())
                .sorted(Comparator.comparing(row -> row.getValue().registeredAt))
                .map(Map.Entry::getKey)
                .toList();
    }

    Map<Integer, Long> revisions() {
        return table.entrySet().stream().collect(toMap(Map.Entry::getKey, row -> row.getValue().revision));
    }

    private void cancel(int member) {
        Registration registration = table.get(member);
        if (registration != null && registration.isActive()) {
            seats.cancel(registration, head(seats.movingUpAfter(registration)), now());
        }
    }

    private void resize(int capacity) {
        List<Registration> head;
        try {
            head = head(seats.movingUpAt(capacity));
        } catch (HttpProblem refused) {
            return;
        }
        seats.resize(capacity, head, now());
    }

    private List<Registration> head(int length) {
        promotions += length;
        return line().stream().limit(length).map(table::get).toList();
    }

    private Instant now() {
        return NOON.plusMillis(clock.nextInt(-3, 4));
    }
}
