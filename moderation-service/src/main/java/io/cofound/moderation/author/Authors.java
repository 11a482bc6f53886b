package io.cofound.moderation.author;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** What is known of those who write. */
@ApplicationScoped
public class Authors {

    private final AuthorRepository authors;

    Authors(AuthorRepository authors) {
        this.authors = authors;
    }

    /** Also somebody nobody has heard of. */
    @WithSession
    public Uni<Author> get(UUID memberId) {
        return authors.get(memberId);
    }
}
