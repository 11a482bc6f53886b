package io.cofound.moderation.opinion;

import java.net.URI;
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

    /** Of an OpenAI-compatible endpoint, before {@code /chat/completions}. */
    URI baseUrl();

    /** json_schema or json_object; the vendor may know only one. */
    @WithDefault("json_schema")
    String responseFormat();

    /** Risk, 0 to 1, from which the local model is not sure enough to decide alone. */
    @WithDefault("0.35")
    double askFrom();

    /** How long an answer may take to its last byte, however the connection behaves. */
    @WithDefault("8s")
    Duration timeLimit();

    /** Bytes; a longer answer is none. An opinion takes a few hundred. */
    @WithDefault("65536")
    int longestAnswer();

    /** Tokens that the language model may write; paid for, so bounded. */
    @WithDefault("200")
    int mostTokens();

    /** Confidence, 0 to 1, from which the language model's word is enough to publish a text or to reject it. */
    @WithDefault("0.8")
    double sureFrom();
}
