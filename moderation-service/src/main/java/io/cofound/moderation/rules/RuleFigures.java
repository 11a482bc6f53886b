package io.cofound.moderation.rules;

/**
 * What a rule caught.
 *
 * @param hits texts that it decided about
 * @param shadowHits texts that it would have decided about
 * @param judged how many of both people have judged since
 * @param precision share of the judged ones that people took down; null while none is judged
 */
record RuleFigures(long hits, long shadowHits, long judged, Double precision) {

    static final RuleFigures NONE = new RuleFigures(0, 0, 0, null);

    static RuleFigures of(long hits, long shadowHits, long judged, long takenDown) {
        return new RuleFigures(hits, shadowHits, judged, judged == 0 ? null : (double) takenDown / judged);
    }
}
