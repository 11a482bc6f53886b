package io.cofound.content.diff;

import java.util.List;

/**
 * A line without its end.
 *
 * @param words what of it changed, for a line that took the place of another, or gave it; null for any other
 */
public record Line(Op op, String text, List<Piece> words) {}
