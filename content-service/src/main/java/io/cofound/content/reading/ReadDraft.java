package io.cofound.content.reading;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * What a client saw of a member's reading since it last told of it.
 *
 * @param dwellSeconds how long the post was on the screen, up to an hour
 * @param depth how much of it was on the screen by now, 0 to 1
 */
record ReadDraft(
        @NotNull @Min(0) @Max(3_600) Integer dwellSeconds,
        @NotNull @DecimalMin("0") @DecimalMax("1") Double depth) {}
