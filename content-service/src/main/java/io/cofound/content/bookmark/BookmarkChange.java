package io.cofound.content.bookmark;

import java.util.UUID;

/** @param folderId where the bookmark is to lie; null for no folder */
record BookmarkChange(UUID folderId) {}
