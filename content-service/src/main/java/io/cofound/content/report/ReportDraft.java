package io.cofound.content.report;

import jakarta.validation.constraints.NotNull;

import io.cofound.contracts.content.ReportCause;
import org.hibernate.validator.constraints.CodePointLength;

/** @param note what there is to say about it, at most 1,000 characters; null for nothing */
record ReportDraft(
        @NotNull ReportCause cause,
        @CodePointLength(max = 1_000) String note) {

    /** Null where it says nothing. */
    String words() {
        return note == null || note.isBlank() ? null : note.strip();
    }
}
