package io.cofound.moderation.classification;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A text to judge.
 *
 * @param text as its author wrote it, at most 50,000 characters
 * @param language BCP 47; may be left out. Only checked for form: each passage's language is detected
 */
record ClassificationRequest(
        @NotBlank @Size(max = 50_000) String text,

        @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
        String language) {}
