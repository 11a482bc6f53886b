package io.cofound.moderation.learning;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Population stability index: how far shares have moved, 0 for not at all. */
final class Psi {

    /** Of a text, added to each bin: an empty one says that something is rare, not that it is impossible. */
    private static final double UNSEEN = 0.5;

    private Psi() {}

    /** Sum of (lately - before) * ln(lately / before) over the shares of all bins. */
    static double of(Map<String, Long> lately, Map<String, Long> before) {
        Set<String> bins = new TreeSet<>(lately.keySet());
        bins.addAll(before.keySet());
        double latelyTotal = total(lately) + UNSEEN * bins.size();
        double beforeTotal = total(before) + UNSEEN * bins.size();
        double sum = 0;
        for (String bin : bins) {
            double now = (lately.getOrDefault(bin, 0L) + UNSEEN) / latelyTotal;
            double then = (before.getOrDefault(bin, 0L) + UNSEEN) / beforeTotal;
            sum += (now - then) * Math.log(now / then);
        }
        return sum;
    }

    static long total(Map<String, Long> bins) {
        return bins.values().stream().mapToLong(Long::longValue).sum();
    }
}
