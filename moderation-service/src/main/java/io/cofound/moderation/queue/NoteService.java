package io.cofound.moderation.queue;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import io.cofound.moderation.community.Moderators;
import io.cofound.moderation.community.Reviewer;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class NoteService {

    /** @param text at most 2,000 characters */
    record Draft(@NotBlank @Size(max = 2_000) String text) {}

    /** @param text empty once its writer was erased */
    record View(UUID id, UUID writerId, String text, Instant writtenAt) {

        static View of(CaseNote note) {
            return new View(note.id, note.writerId, note.text, note.writtenAt);
        }
    }

    private final CaseRepository cases;
    private final NoteRepository notes;
    private final CaseAccess access;
    private final Moderators moderators;

    NoteService(CaseRepository cases, NoteRepository notes, CaseAccess access, Moderators moderators) {
        this.cases = cases;
        this.notes = notes;
        this.access = access;
        this.moderators = moderators;
    }

    @WithTransaction
    Uni<View> add(UUID caseId, Reviewer reviewer, Draft draft) {
        CaseNote note = new CaseNote(caseId, reviewer.id(), draft.text().strip());
        return moderators
                .presence(reviewer)
                .chain(() -> cases.lock(caseId))
                .chain(found -> access.see(found, reviewer))
                .chain(() -> notes.persist(note))
                .replaceWith(() -> View.of(note));
    }

    /** Whoever is to judge without knowing of another's judgement reads no notes either. */
    @WithSession
    Uni<Page<View>> of(UUID caseId, Reviewer reviewer, PageRequest page) {
        return cases.findById(caseId)
                .call(found -> access.see(found, reviewer))
                .chain(() -> notes.of(caseId, page))
                .map(rows -> Page.of(rows, page, row -> new Cursor(row.writtenAt, row.id), View::of));
    }
}
