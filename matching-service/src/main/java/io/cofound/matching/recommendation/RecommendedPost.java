package io.cofound.matching.recommendation;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.content.PostType;
import io.cofound.matching.index.Fields;
import org.apache.lucene.document.Document;

/**
 * A post as far as a list of recommendations shows it.
 *
 * @param authorName the name its author shows to others; null for a former member
 */
record RecommendedPost(
        UUID id,
        UUID communityId,
        UUID authorId,
        String authorName,
        PostType type,
        String title,
        String language,
        Instant publishedAt) {

    static RecommendedPost of(Document stored) {
        return new RecommendedPost(
                UUID.fromString(stored.get(Fields.ID)),
                UUID.fromString(stored.get(Fields.POST_COMMUNITY)),
                UUID.fromString(stored.get(Fields.MEMBER)),
                stored.get(Fields.AUTHOR_NAME),
                PostType.valueOf(stored.get(Fields.POST_TYPE)),
                stored.get(Fields.TITLE),
                stored.get(Fields.LANGUAGE),
                Instant.ofEpochMilli(stored.getField(Fields.TIME).numericValue().longValue()));
    }
}
