package io.cofound.matching.opportunity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.cofound.contracts.matching.OpportunityCategory;
import io.cofound.contracts.matching.OpportunityKind;

/**
 * A need or an offer to be published.
 *
 * @param title plain text, 1 to 200 characters
 * @param text Markdown, 1 to 10,000 characters
 */
record OpportunityDraft(
        @NotNull OpportunityKind kind,
        @NotNull OpportunityCategory category,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 10_000) String text) {}
