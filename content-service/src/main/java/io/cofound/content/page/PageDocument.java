package io.cofound.content.page;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostType;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * Everything a reader of one post sees, in one document.
 *
 * @param authorName as it was when this revision was published; null for a former member
 */
public record PageDocument(
        @BsonId UUID postId,
        long revision,
        UUID communityId,
        UUID authorId,
        String authorName,
        PostType type,
        String title,
        String body,
        String summary,
        String coverUrl,
        String sourceUrl,
        List<String> tags,
        String language,
        Instant publishedAt) {

    static PageDocument of(PostPublished post) {
        return new PageDocument(
                post.postId(),
                post.revision(),
                post.communityId(),
                post.authorId(),
                post.authorName(),
                post.type(),
                post.title(),
                post.body(),
                post.summary(),
                post.coverUrl(),
                post.sourceUrl(),
                post.tags(),
                post.language(),
                post.publishedAt());
    }
}
