package io.cofound.moderation.classify;

/**
 * A model, as it is kept.
 *
 * @param weights compressed
 */
public record TrainedModel(byte[] weights, ModelCard card) {}
