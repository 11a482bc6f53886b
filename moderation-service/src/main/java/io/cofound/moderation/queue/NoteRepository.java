package io.cofound.moderation.queue;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;

/** Every method joins the caller's transaction or session. */
@ApplicationScoped
class NoteRepository implements PanacheRepositoryBase<CaseNote, UUID> {

    /** @param text null or blank for none */
    Uni<Void> add(UUID caseId, UUID writerId, String text) {
        return text == null || text.isBlank()
                ? Uni.createFrom().voidItem()
                : persist(new CaseNote(caseId, writerId, text.strip())).replaceWithVoid();
    }

    /** Oldest first. */
    Uni<List<CaseNote>> of(UUID caseId, PageRequest page) {
        Parameters parameters = Parameters.with("case", caseId);
        String after = page.after().isPresent() ? " and (writtenAt, id) > (:at, :id)" : "";
        page.after().ifPresent(cursor -> parameters.and("at", cursor.at()).and("id", cursor.id()));
        return find("caseId = :case" + after + " order by writtenAt, id", parameters)
                .range(0, page.fetchSize() - 1)
                .list();
    }
}
