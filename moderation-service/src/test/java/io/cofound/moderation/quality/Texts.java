package io.cofound.moderation.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Rung;

/** Texts of which the truth is known, judged by a cascade that errs as often as a test wants, and drawn as in life. */
final class Texts {

    private final Random random;
    private final List<Cell> cells = new ArrayList<>();

    Texts(long seed) {
        random = new Random(seed);
    }

    /**
     * What is held is all answered, of the published a share.
     *
     * @param bad share of the texts
     * @param recall share of bad ones that are held
     * @param falsePositives share of good ones that are held
     */
    Texts judged(int texts, String region, double bad, double recall, double falsePositives, double drawn) {
        int[] counts = new int[4];
        for (int i = 0; i < texts; i++) {
            boolean isBad = random.nextDouble() < bad;
            boolean held = random.nextDouble() < (isBad ? recall : falsePositives);
            if (held || random.nextDouble() < drawn) {
                counts[(held ? 2 : 0) + (isBad ? 1 : 0)]++;
            }
        }
        add(region, Action.PUBLISH, Label.OK, Label.OK, counts[0], drawn);
        add(region, Action.PUBLISH, Label.OK, Label.SPAM, counts[1], drawn);
        add(region, Action.HOLD, Label.SPAM, Label.OK, counts[2], 1);
        add(region, Action.HOLD, Label.SPAM, Label.SPAM, counts[3], 1);
        return this;
    }

    /** @param truth null for what is not answered */
    Texts add(String region, Action action, Label label, Label truth, int texts, double chance) {
        return add(region, Rung.MODEL, action, label, truth, texts, chance);
    }

    Texts add(String region, Rung rung, Action action, Label label, Label truth, int texts, double chance) {
        if (texts > 0) {
            cells.add(new Cell(
                    "en",
                    region,
                    Cell.OLDER,
                    rung,
                    action,
                    label,
                    truth,
                    texts,
                    texts / chance,
                    texts / (chance * chance)));
        }
        return this;
    }

    List<Cell> cells() {
        return cells;
    }
}
