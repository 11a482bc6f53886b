package io.cofound.moderation.opinion;

import java.util.UUID;

/**
 * What the language model is asked about.
 *
 * @param subjectId null for a text that is only tried, as are its revision and community
 * @param authorId whose text it is, who consented to its leaving
 */
public record Question(UUID subjectId, Long subjectRevision, UUID communityId, UUID authorId, String text) {

    /** About a text that belongs to nothing. */
    public static Question trying(UUID authorId, String text) {
        return new Question(null, null, null, authorId, text);
    }
}
