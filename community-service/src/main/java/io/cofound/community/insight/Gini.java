package io.cofound.community.insight;

import java.util.Arrays;

/** How unevenly something is spread. */
final class Gini {

    private Gini() {}

    /**
     * The Gini coefficient {@code 2 Σ i·x(i) / (n Σ x) − (n + 1) / n} with the n amounts sorted ascending and i counted
     * from 1 (Dixon et al., "Bootstrapping the Gini coefficient of inequality", Ecology 68(5), 1987).
     *
     * @param amounts positive
     * @return from 0, all the same, to (n − 1) / n, nearly all of it one's; null for none
     */
    static Double of(long[] amounts) {
        if (amounts.length == 0) {
            return null;
        }
        long[] sorted = amounts.clone();
        Arrays.sort(sorted);
        double n = sorted.length;
        double sum = 0;
        double ranked = 0;
        for (int i = 0; i < sorted.length; i++) {
            sum += sorted[i];
            ranked += (i + 1.0) * sorted[i];
        }
        return 2 * ranked / (n * sum) - (n + 1) / n;
    }
}
