package io.cofound.moderation.flood;

/**
 * How often nearly the same was written lately, this text left out.
 *
 * @param byAuthor by the same author, anywhere
 * @param inCommunity by anybody, in the same community
 * @param authors how many different others wrote those in the community
 */
record Copies(long byAuthor, long inCommunity, long authors) {}
