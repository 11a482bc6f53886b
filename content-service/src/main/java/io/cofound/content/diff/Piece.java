package io.cofound.content.diff;

/** Pieces that are not {@link Op#REMOVED} make the new text, those that are not {@link Op#ADDED} the old one. */
public record Piece(Op op, String text) {}
