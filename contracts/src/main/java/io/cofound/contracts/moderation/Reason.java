package io.cofound.contracts.moderation;

/**
 * Why a decision was taken.
 *
 * @param clause the clause of the written policy that applies
 * @param evidence the part of the text, or the measurement, that was used
 */
public record Reason(String clause, String evidence) {}
