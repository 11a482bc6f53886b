package io.cofound.moderation.classify;

/**
 * Where a rule or a word list found something.
 *
 * @param start first character in the normalised text
 * @param end after the last
 */
record RuleMatch(Rule rule, int start, int end) {}
