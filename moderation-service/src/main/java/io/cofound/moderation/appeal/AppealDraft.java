package io.cofound.moderation.appeal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param text why the ruling is wrong, 1 to 2,000 characters */
record AppealDraft(@NotBlank @Size(max = 2_000) String text) {}
