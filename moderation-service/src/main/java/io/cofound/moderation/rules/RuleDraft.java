package io.cofound.moderation.rules;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.cofound.contracts.moderation.Label;

/**
 * A rule to be written down.
 *
 * @param tag groups rules, as in {@code gambling}
 * @param label what a text is that the rule catches; not OK
 * @param communityId where it applies; null for everywhere
 * @param terms see {@link Definition}; 1 to 500, each at most 300 characters
 * @param channels of CONTACT; null or empty for the others
 */
record RuleDraft(
        @NotBlank @Size(max = 80) String name,

        @NotNull @Pattern(regexp = "[a-z0-9-]{1,40}") String tag,

        @NotNull Label label,
        @NotNull RuleEffect effect,
        UUID communityId,
        @NotNull Definition.Kind kind,

        @NotNull @Size(min = 1, max = 500) List<@NotBlank @Size(max = 300) String> terms,

        Set<Definition.Channel> channels) {

    Definition definition() {
        return new Definition(kind, terms, channels == null ? Set.of() : channels);
    }
}
