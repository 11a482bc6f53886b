package io.cofound.moderation.opinion;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When and how the language model is asked. */
@ConfigMapping(prefix = "cofound.moderation.opinion")
interface OpinionConfig {

    /** Of the vendor; without one nobody is asked. */
    Optional<String> apiKey();

    /** Names the model in decisions. */
    String model();

    /** Risk, 0 to 1, from which the local model is not sure enough to decide alone. */
    @WithDefault("0.35")
    double askFrom();

    /** How long an answer may take, however the connection behaves. */
    @WithDefault("10s")
    Duration timeLimit();

    /** Confidence, 0 to 1, from which the language model's word is enough to publish a text or to reject it. */
    @WithDefault("0.8")
    double sureFrom();
}
