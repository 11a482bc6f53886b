package io.cofound.content.page;

import jakarta.inject.Singleton;

import io.cofound.platform.documents.DocumentOffsets;
import io.cofound.platform.documents.Documents;
import io.smallrye.common.annotation.Identifier;

@Singleton
@Identifier("post-pages")
class PostPageOffsets extends DocumentOffsets {

    PostPageOffsets(Documents documents) {
        super("post-pages", documents);
    }
}
