package io.cofound.moderation.egress;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What left the process, as operators and the author see it.
 *
 * @param subjectId null for a text that was only tried
 * @param removed kind of personal data to how many were taken out before
 * @param outcome null while it lasts, and where the process ended meanwhile
 * @param costMicros millionths of the budget's currency; what was set aside where no price came back
 */
record PassageView(
        UUID id,
        Instant sentAt,
        UUID subjectId,
        Long subjectRevision,
        UUID communityId,
        String host,
        String model,
        String prompt,
        int characters,
        Map<String, Integer> removed,
        Outcome outcome,
        Long costMicros,
        Long millis) {

    static PassageView of(Passage passage) {
        return new PassageView(
                passage.id,
                passage.sentAt,
                passage.subjectId,
                passage.subjectRevision,
                passage.communityId,
                passage.host,
                passage.model,
                passage.prompt,
                passage.characters,
                passage.removed,
                passage.outcome,
                passage.costMicros,
                passage.millis);
    }
}
