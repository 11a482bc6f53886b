package io.cofound.content.counter;

/**
 * What is counted of a post; none is ever negative.
 *
 * @param comments that others see
 * @param reads members who have read it, of those who agreed to be counted
 */
public record Counts(long comments, long reactions, long bookmarks, long reads) {

    public static final Counts NONE = new Counts(0, 0, 0, 0);
}
