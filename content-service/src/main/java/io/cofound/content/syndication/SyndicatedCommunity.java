package io.cofound.content.syndication;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A public community with its latest posts, latest first.
 *
 * @param description may be empty
 * @param language BCP 47; may be empty
 */
record SyndicatedCommunity(
        UUID id, long revision, String name, String description, String language, List<SyndicatedPost> posts) {

    String urn() {
        return "urn:uuid:" + id;
    }

    /** When the latest change of a text was; empty without posts. */
    Optional<Instant> updatedAt() {
        return posts.stream().map(SyndicatedPost::updatedAt).max(Comparator.naturalOrder());
    }
}
