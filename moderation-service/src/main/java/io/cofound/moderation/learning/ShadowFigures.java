package io.cofound.moderation.learning;

import java.util.List;

/**
 * What a version would have done beside the live one, since it came into shadow.
 *
 * @param texts that both judged
 * @param sameAction of these
 * @param sameLabel of these
 * @param pairs what the live one did and what it would have done, most frequent first
 */
record ShadowFigures(long texts, long sameAction, long sameLabel, List<Pair> pairs) {

    record Pair(Replay.Outcome live, Replay.Outcome shadow, long texts) {}

    static ShadowFigures of(List<Pair> pairs) {
        return new ShadowFigures(
                pairs.stream().mapToLong(Pair::texts).sum(),
                pairs.stream()
                        .filter(pair -> pair.live().action() == pair.shadow().action())
                        .mapToLong(Pair::texts)
                        .sum(),
                pairs.stream()
                        .filter(pair -> pair.live().label() == pair.shadow().label())
                        .mapToLong(Pair::texts)
                        .sum(),
                pairs);
    }
}
