package io.cofound.content.page;

import jakarta.inject.Singleton;

import io.cofound.platform.documents.DocumentOffsets;
import io.cofound.platform.documents.Documents;
import io.smallrye.common.annotation.Identifier;

@Singleton
@Identifier("comment-pages")
class CommentPageOffsets extends DocumentOffsets {

    CommentPageOffsets(Documents documents) {
        super("comment-pages", documents);
    }
}
