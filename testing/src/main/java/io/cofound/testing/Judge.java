package io.cofound.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Reason;
import io.cofound.contracts.moderation.Rung;
import io.cofound.contracts.moderation.SubjectKind;

/** Decides as moderation-service does: every ruling on the same text belongs to the same decision. */
public final class Judge {

    private Judge() {}

    /**
     * Published when this returns; one after the other, so that tests with many threads do not open many connections.
     *
     * @param evidence the words of the text that are quoted
     */
    public static synchronized DecisionMade rule(
            SubjectKind kind,
            UUID subjectId,
            long revision,
            UUID communityId,
            UUID authorId,
            Action action,
            long ruling,
            String evidence) {
        boolean allows = action == Action.PUBLISH;
        DecisionMade decision = new DecisionMade(
                UUID.nameUUIDFromBytes((subjectId + "/" + revision).getBytes(StandardCharsets.UTF_8)),
                kind,
                subjectId,
                revision,
                ruling,
                communityId,
                authorId,
                allows ? Label.OK : Label.SPAM,
                action,
                ruling == 1 ? Rung.MODEL : Rung.HUMAN,
                Map.of(Label.OK, 0.5, Label.SPAM, 0.5),
                List.of(new Reason(allows ? "fit-for-the-community" : "no-unsolicited-advertising", evidence)),
                "test",
                Instant.now(),
                null);
        try (Publisher publisher = new Publisher()) {
            publisher.publish(decision);
        }
        return decision;
    }
}
