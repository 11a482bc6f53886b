package io.cofound.moderation.quality;

import java.util.UUID;

/**
 * How likely a text is to be drawn. Everybody has a chance, and it is known, so that what was drawn can be weighed by its
 * inverse: Horvitz and Thompson, "A generalization of sampling without replacement from a finite universe" (1952).
 *
 * @param share of many texts
 * @param floor drawn a day and language, on average, where the share gives fewer; 0 for none
 * @param cap drawn a day and community, on average, where the others give more
 */
record Chances(double share, double floor, double cap) {

    /** More are counted as that many. */
    static final int MOST_COUNTED = 100_000;

    /**
     * A number from 0 to 1 that is the decision's own, so that a text is drawn or not however often it is asked. Ids made in
     * one millisecond follow each other, so the bits are mixed: Steele, Lea, Flood, "Fast splittable pseudorandom number
     * generators" (2014).
     */
    static double lot(UUID decisionId) {
        long z = decisionId.getLeastSignificantBits() ^ Long.rotateLeft(decisionId.getMostSignificantBits(), 32);
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    /** @param inLanguage texts judged in the last day in the language, this one too */
    double before(long inLanguage) {
        return Math.min(1, Math.max(share, floor / Math.max(1, inLanguage)));
    }

    /** @param inCommunity texts judged in the last day in the community, this one too */
    double of(long inLanguage, long inCommunity) {
        return Math.min(before(inLanguage), cap / inCommunity);
    }

    /** How far texts of the language have to be counted to know the lot's luck, and its chance if it has any. */
    int countedInLanguage(double lot) {
        return floor == 0 ? 1 : atMost(floor / Math.max(lot, share));
    }

    /** As {@link #countedInLanguage}. */
    int countedInCommunity(double lot) {
        return atMost(cap / lot);
    }

    private static int atMost(double texts) {
        return (int) Math.min(MOST_COUNTED, Math.ceil(texts) + 1);
    }
}
