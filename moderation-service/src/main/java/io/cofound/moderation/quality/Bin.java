package io.cofound.moderation.quality;

import io.cofound.contracts.moderation.Action;

/**
 * Texts that people ruled on and whose likeliest label had about the same probability.
 *
 * @param number from 1 to 10, for a probability up to a tenth and so on
 * @param weight how many texts they stand for
 * @param confidence the sum of the probabilities, weighed
 * @param right how many had the label that people gave, weighed
 */
record Bin(String language, Action action, int number, double weight, double confidence, double right) {

    static final String SQL = """
            select language, action, least(10, width_bucket(confidence, 0, 1, 10)),
                sum(1 / inclusion), sum(confidence / inclusion),
                coalesce(sum(1 / inclusion) filter (where truth = label), 0)
            from quality_observation where made_at > ?1 and truth is not null group by 1, 2, 3""";

    static Bin of(Object[] row) {
        return new Bin(
                (String) row[0],
                Action.valueOf((String) row[1]),
                (int) row[2],
                (double) row[3],
                (double) row[4],
                (double) row[5]);
    }
}
