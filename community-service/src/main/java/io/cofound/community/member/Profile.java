package io.cofound.community.member;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a member shows to others.
 *
 * @param displayName 1 to 80 characters
 * @param headline one line about the member, at most 200 characters; may be null
 * @param language preferred language, BCP 47, such as {@code zh} or {@code en-GB}
 */
record Profile(
        @NotBlank @Size(max = 80) String displayName,
        @Size(max = 200) String headline,

        @NotNull @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        String language) {}
