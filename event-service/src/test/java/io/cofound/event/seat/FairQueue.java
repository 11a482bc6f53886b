package io.cofound.event.seat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How fair seats are given out, in as few words as possible: one list in the order of arrival, and who was let in. */
final class FairQueue {

    private final List<Integer> present = new ArrayList<>();
    private final Set<Integer> seated = new HashSet<>();
    private int capacity;

    FairQueue(int capacity) {
        this.capacity = capacity;
    }

    void perform(SeatingAction action) {
        switch (action) {
            case SeatingAction.Register(int member) when !present.contains(member) -> present.add(member);
            case SeatingAction.Register ignored -> {}
            case SeatingAction.Cancel(int member) -> {
                present.remove(Integer.valueOf(member));
                seated.remove(member);
            }
            case SeatingAction.Resize(int wanted) -> capacity = wanted < seated.size() ? capacity : wanted;
        }
        line().stream().limit(capacity - seated.size()).forEach(seated::add);
    }

    Set<Integer> seated() {
        return Set.copyOf(seated);
    }

    List<Integer> line() {
        return present.stream().filter(member -> !seated.contains(member)).toList();
    }
}
