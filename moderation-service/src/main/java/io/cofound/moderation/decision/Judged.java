package io.cofound.moderation.decision;

import java.time.Instant;
import java.util.UUID;

import io.cofound.moderation.classify.Classification;

/**
 * A text and how it stands: what features that act on judgements are told.
 *
 * @param ruling counts the rulings on it from 1; the latest is meant
 * @param text null once it is gone: replaced, removed, or its author erased
 * @param language detected language of the text, BCP 47
 * @param occasion what the latest ruling was made on
 * @param judgedAt when the latest ruling was made
 */
public record Judged(
        UUID decisionId,
        long ruling,
        Subject subject,
        String text,
        String language,
        Classification classification,
        Occasion occasion,
        Instant judgedAt) {}
