package io.cofound.moderation.budget;

import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * A budget to be set.
 *
 * @param communityId null for the whole platform
 * @param microsADay millionths of the currency; 0 lets no text leave
 */
record BudgetDraft(
        UUID communityId,
        @NotNull @Min(0) @Max(1_000_000_000_000L) Long microsADay) {}
