package io.cofound.moderation.egress;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/** A text, without personal data, that left the process. */
@Entity(name = "Egress")
public class Passage {

    @Id
    UUID id;

    Instant sentAt;

    UUID subjectId;

    Long subjectRevision;

    UUID communityId;

    UUID authorId;

    String host;

    String model;

    String prompt;

    int characters;

    @Convert(converter = RemovedConverter.class)
    Map<String, Integer> removed;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    Long costMicros;

    Long millis;

    protected Passage() {}

    /**
     * @param subjectId null for a text that is only tried, as are its revision and community
     * @param host of the vendor
     * @param prompt version
     * @param characters of the text that is sent
     * @param removed kind of personal data to how many were taken out
     */
    public Passage(
            UUID id,
            Instant sentAt,
            UUID subjectId,
            Long subjectRevision,
            UUID communityId,
            UUID authorId,
            String host,
            String model,
            String prompt,
            int characters,
            Map<String, Integer> removed) {
        this.id = id;
        this.sentAt = sentAt;
        this.subjectId = subjectId;
        this.subjectRevision = subjectRevision;
        this.communityId = communityId;
        this.authorId = authorId;
        this.host = host;
        this.model = model;
        this.prompt = prompt;
        this.characters = characters;
        this.removed = removed;
    }
}
