package io.cofound.content.reading;

import jakarta.inject.Singleton;

import io.cofound.platform.documents.DocumentOffsets;
import io.cofound.platform.documents.Documents;
import io.smallrye.common.annotation.Identifier;

@Singleton
@Identifier("reading-months")
class MonthOffsets extends DocumentOffsets {

    MonthOffsets(Documents documents) {
        super("reading-months", documents);
    }
}
