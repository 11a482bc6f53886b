package io.cofound.moderation.author;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

/** Copies: community-service, which has the originals, exports them. */
@ApplicationScoped
class AuthorPersonalData implements PersonalData {

    private final AuthorRepository authors;

    AuthorPersonalData(AuthorRepository authors) {
        this.authors = authors;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return authors.delete(request.memberId(), request.requestedAt());
    }
}
