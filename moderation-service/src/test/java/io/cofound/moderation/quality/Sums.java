package io.cofound.moderation.quality;

/** What the figures are read with, for those who look at how it is read. */
public final class Sums {

    public static final String CELLS = Cell.SQL;
    public static final String BINS = Bin.SQL;

    private Sums() {}
}
