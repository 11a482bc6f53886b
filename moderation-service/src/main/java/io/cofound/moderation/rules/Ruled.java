package io.cofound.moderation.rules;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.cofound.moderation.classify.Classification;

/**
 * What became of a text on the local rungs.
 *
 * @param took from being asked to the judgement
 * @param hits every rule that found something, also those that decide nothing
 */
public record Ruled(Classification classification, Duration took, List<Hit> hits) {

    /** @param live whether the rule decided rather than watched */
    public record Hit(UUID ruleId, boolean live) {}
}
