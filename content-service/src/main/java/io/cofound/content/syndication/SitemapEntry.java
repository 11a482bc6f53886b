package io.cofound.content.syndication;

import java.time.Instant;

/**
 * Something for search engines to read.
 *
 * @param url where people read it
 * @param lastModified when its text was last changed
 */
record SitemapEntry(String url, Instant lastModified) {}
