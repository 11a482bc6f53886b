package io.cofound.content.bookmark;

import java.time.Instant;
import java.util.UUID;

record FolderView(UUID id, String name, Instant createdAt) {}
