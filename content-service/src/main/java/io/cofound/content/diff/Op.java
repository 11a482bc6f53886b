package io.cofound.content.diff;

/** How a piece of text fares from one text to another. */
public enum Op {
    SAME,
    ADDED,
    REMOVED
}
