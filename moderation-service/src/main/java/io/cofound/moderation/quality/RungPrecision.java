package io.cofound.moderation.quality;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.cofound.contracts.moderation.Rung;

/** How often people agree with what a step of the cascade held or rejected. */
final class RungPrecision {

    private RungPrecision() {}

    /** Of each step; not enough for people, whom no step after them answers. */
    static Map<Rung, Estimate> of(List<Cell> cells) {
        Map<Rung, Estimate> shares = new EnumMap<>(Rung.class);
        for (Rung rung : Rung.values()) {
            Population flagged = new Population(cells.stream()
                    .filter(cell -> cell.rung() == rung && cell.isFlagged())
                    .toList());
            shares.put(
                    rung,
                    flagged.isAnswered()
                            ? flagged.share(Cell::isFlagged, Cell::isBad, Quality.LEAST_FLAGGED)
                            : Estimate.notEnough(flagged.texts(Cell::isDecided)));
        }
        return shares;
    }
}
