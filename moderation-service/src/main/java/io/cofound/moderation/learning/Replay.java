package io.cofound.moderation.learning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;

/**
 * What a version would have decided otherwise.
 *
 * @param since decisions from then on were judged again
 * @param texts how many were
 * @param all false where there were more than are judged again
 * @param changed texts whose action or label changes
 * @param kinds of changes, most frequent first
 * @param decisions that change, newest first; not all where there are many
 * @param risks how many texts the version gives a risk of 0 to below 0.1, and so on
 */
record Replay(
        Instant since,
        int texts,
        boolean all,
        int changed,
        List<Kind> kinds,
        List<Change> decisions,
        List<Long> risks) {

    record Outcome(Action action, Label label) {}

    record Kind(String language, Outcome from, Outcome to, int texts) {}

    record Change(UUID decisionId, String language, Outcome from, Outcome to) {}

    /** In the making. */
    static final class Builder {

        static final int MOST_LISTED = 200;

        private final Map<Kind, Integer> kinds = new java.util.HashMap<>();
        private final List<Change> decisions = new java.util.ArrayList<>();
        private final long[] risks = new long[Risk.BINS];
        private int texts;

        void add(UUID decisionId, String language, Outcome from, Outcome to, double risk) {
            texts++;
            risks[Risk.bin(risk)]++;
            if (!from.equals(to)) {
                kinds.merge(new Kind(language, from, to, 0), 1, Integer::sum);
                if (decisions.size() < MOST_LISTED) {
                    decisions.add(new Change(decisionId, language, from, to));
                }
            }
        }

        int texts() {
            return texts;
        }

        Replay build(Instant since, boolean all) {
            return new Replay(
                    since,
                    texts,
                    all,
                    kinds.values().stream().mapToInt(Integer::intValue).sum(),
                    kinds.entrySet().stream()
                            .map(kind -> new Kind(
                                    kind.getKey().language(),
                                    kind.getKey().from(),
                                    kind.getKey().to(),
                                    kind.getValue()))
                            .sorted(java.util.Comparator.comparingInt(Kind::texts)
                                    .reversed()
                                    .thenComparing(Kind::toString))
                            .toList(),
                    List.copyOf(decisions),
                    java.util.Arrays.stream(risks).boxed().toList());
        }
    }
}
