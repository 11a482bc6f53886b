package io.cofound.content.feed;

import jakarta.inject.Singleton;

import io.cofound.platform.documents.DocumentOffsets;
import io.cofound.platform.documents.Documents;
import io.smallrye.common.annotation.Identifier;

@Singleton
@Identifier("home-feeds")
class HomeFeedOffsets extends DocumentOffsets {

    HomeFeedOffsets(Documents documents) {
        super("home-feeds", documents);
    }
}
