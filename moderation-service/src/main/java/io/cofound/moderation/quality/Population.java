package io.cofound.moderation.quality;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.cofound.contracts.moderation.Action;

/**
 * All texts of a language or a group, as far as those that people were asked about tell. What nobody answered yet is taken to
 * be like what was answered of the same action: each answer stands for that many more.
 */
final class Population {

    private final List<Cell> cells;
    private final Map<Action, Double> unanswered = new EnumMap<>(Action.class);

    Population(List<Cell> cells) {
        this.cells = cells;
        for (Action action : Action.values()) {
            double asked = weight(cell -> cell.action() == action);
            double answered = weight(cell -> cell.action() == action && cell.isDecided());
            unanswered.put(action, asked == 0 ? 1.0 : asked / answered);
        }
    }

    /** Texts, not weighed. */
    long texts(Predicate<Cell> which) {
        return cells.stream().filter(which).mapToLong(Cell::texts).sum();
    }

    /** Whether it can be said of every action that occurs what people think of it. */
    boolean isAnswered() {
        return unanswered.values().stream().allMatch(Double::isFinite);
    }

    /** How many answers of an action stand for one that is missing, too: 1 where none is. */
    double factor(Action action) {
        return unanswered.get(action);
    }

    /**
     * Of the answered, how many in the whole population are so.
     *
     * @param among where one more would come from
     */
    Total total(Predicate<Cell> which, Predicate<Cell> among) {
        double value = 0;
        double squares = 0;
        double weights = 0;
        double squaresAmong = 0;
        long texts = 0;
        for (Cell cell : cells) {
            if (!cell.isDecided() || !among.test(cell)) {
                continue;
            }
            double factor = factor(cell.action());
            weights += factor * cell.weight();
            squaresAmong += factor * factor * cell.squares();
            texts += cell.texts();
            if (which.test(cell)) {
                value += factor * cell.weight();
                squares += factor * factor * cell.squares();
            }
        }
        return texts == 0 ? new Total(0, 0, 1, 1) : new Total(value, squares, weights / texts, squaresAmong / texts);
    }

    /** Of those that are one thing, the share that is another, both seen in each single text. */
    Estimate share(Predicate<Cell> of, Predicate<Cell> that, long least) {
        long texts = texts(of.and(Cell::isDecided));
        if (texts < least) {
            return Estimate.notEnough(texts);
        }
        Total all = total(of, of);
        double value = total(of.and(that), of).value() / all.value();
        return Estimate.of(
                value, Interval.wilson(value, all.value() * all.value() / all.squares(), Interval.Z95), texts);
    }

    private double weight(Predicate<Cell> which) {
        return cells.stream().filter(which).mapToDouble(Cell::weight).sum();
    }
}
