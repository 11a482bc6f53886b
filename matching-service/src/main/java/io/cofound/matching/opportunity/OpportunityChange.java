package io.cofound.matching.opportunity;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What shall be different about an opportunity; absent fields stay as they are. Limits as in {@link OpportunityDraft};
 * what it is (kind, category) does not change.
 */
record OpportunityChange(
        @Size(max = 200) @Pattern(regexp = "(?s).*\\S.*") String title,
        @Size(max = 10_000) @Pattern(regexp = "(?s).*\\S.*") String text) {}
