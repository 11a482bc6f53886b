package io.cofound.moderation.opinion;

import java.util.Map;

/**
 * A text without what identifies or pays a person.
 *
 * @param removed kind to how many were taken out; only kinds that were there
 */
record Redacted(String text, Map<String, Integer> removed) {}
