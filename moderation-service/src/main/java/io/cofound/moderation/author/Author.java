package io.cofound.moderation.author;

/**
 * What matters about somebody whose text is judged.
 *
 * @param externalProcessing whether a language model outside the platform may read the texts
 * @param trustLevel 0, for those nobody knows yet, to 4
 * @param language in which the author wants to be addressed, BCP 47; null where that is not known
 */
public record Author(boolean externalProcessing, int trustLevel, String language) {}
