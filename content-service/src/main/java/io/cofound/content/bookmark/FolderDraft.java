package io.cofound.content.bookmark;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.hibernate.validator.constraints.CodePointLength;

/** @param name 1 to 60 characters; spaces around it are dropped */
record FolderDraft(
        @NotNull @CodePointLength(max = 60) @Pattern(regexp = "(?s).*\\S.*", message = "must hold some text")
        String name) {}
