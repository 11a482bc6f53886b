package io.cofound.moderation.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import static java.util.stream.Collectors.groupingBy;

/**
 * Whether good texts are held or rejected more often in one group than in another.
 *
 * @param bound difference above which a significant gap is an alarm
 * @param alarm whether there is one in any grouping
 */
record Fairness(long days, double bound, boolean alarm, Map<String, Grouping> groupings) {

    static final String LANGUAGE = "language";
    static final String REGION = "region";
    static final String ACCOUNT_AGE = "accountAge";

    static final List<String> GROUPINGS = List.of(LANGUAGE, REGION, ACCOUNT_AGE);

    /** Good ones that people ruled on, and among them ones that were drawn from what was published. */
    static final int LEAST_GOOD = 50;

    /**
     * @param falsePositives by group: share of good texts that were held or rejected
     * @param gap the widest that is significant, else the widest; null where fewer than two groups can be compared
     */
    record Grouping(Map<String, Estimate> falsePositives, Gap gap, boolean alarm) {}

    /**
     * @param difference of the two groups' shares, 0 to 1
     * @param least lower limit of the difference at 95 % over all comparisons together
     */
    record Gap(String highest, String lowest, double difference, double least) {

        boolean isSignificant() {
            return least > 0;
        }
    }

    private record Group(String name, Total held, Total passed, Estimate share) {

        Interval interval(double z) {
            return Interval.ofShare(held, passed, z);
        }
    }

    static Fairness of(long days, double bound, List<Cell> cells) {
        Map<String, List<Group>> groups = new TreeMap<>();
        groups.put(LANGUAGE, groups(cells, Cell::language));
        groups.put(REGION, groups(cells, Cell::region));
        groups.put(ACCOUNT_AGE, groups(cells, Cell::age));
        int comparisons = groups.values().stream()
                .mapToInt(each -> comparable(each).size())
                .map(size -> size * (size - 1) / 2)
                .sum();
        double z = Interval.zFor(comparisons);
        Map<String, Grouping> groupings = new TreeMap<>();
        groups.forEach((name, each) -> groupings.put(name, grouping(each, bound, z)));
        return new Fairness(days, bound, groupings.values().stream().anyMatch(Grouping::alarm), groupings);
    }

    private static List<Group> groups(List<Cell> cells, Function<Cell, String> by) {
        List<Group> groups = new ArrayList<>();
        cells.stream().collect(groupingBy(by)).forEach((name, those) -> {
            Population all = new Population(those);
            Total held = all.total(cell -> cell.isFlagged() && cell.isGood(), Cell::isFlagged);
            Total passed = all.total(cell -> !cell.isFlagged() && cell.isGood(), cell -> !cell.isFlagged());
            long good = all.texts(Cell::isGood);
            long drawn = all.texts(cell -> !cell.isFlagged() && cell.isGood());
            Estimate share = all.isAnswered() && drawn >= LEAST_GOOD
                    ? Quality.parts(held, passed, good)
                    : Estimate.notEnough(good);
            groups.add(new Group(name, held, passed, share));
        });
        return groups;
    }

    /** Those of whom it is not known are no group. */
    private static List<Group> comparable(List<Group> groups) {
        return groups.stream()
                .filter(group -> group.share().isEnough() && !group.name().equals(Cell.UNKNOWN))
                .toList();
    }

    private static Grouping grouping(List<Group> groups, double bound, double z) {
        Map<String, Estimate> shares = new TreeMap<>();
        groups.forEach(group -> shares.put(group.name(), group.share()));
        Gap widest = null;
        List<Group> compared = comparable(groups);
        for (Group high : compared) {
            for (Group low : compared) {
                Gap gap = gap(high, low, z);
                if (high != low && gap.difference() >= 0 && (widest == null || isWider(gap, widest))) {
                    widest = gap;
                }
            }
        }
        return new Grouping(shares, widest, widest != null && widest.isSignificant() && widest.difference() > bound);
    }

    private static boolean isWider(Gap gap, Gap other) {
        return gap.isSignificant() == other.isSignificant()
                ? gap.difference() > other.difference()
                : gap.isSignificant();
    }

    private static Gap gap(Group high, Group low, double z) {
        double higher = high.share().value();
        double lower = low.share().value();
        return new Gap(
                high.name(),
                low.name(),
                higher - lower,
                Interval.leastDifference(higher, high.interval(z), lower, low.interval(z)));
    }
}
