package io.cofound.moderation.egress;

/**
 * What asking about one text took so far, over all attempts.
 *
 * @param micros millionths of the budget's currency; null where nothing was asked
 * @param millis until the answers came, or were given up
 */
public record Spending(Long micros, long millis) {}
