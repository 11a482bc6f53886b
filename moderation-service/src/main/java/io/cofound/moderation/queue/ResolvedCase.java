package io.cofound.moderation.queue;

import java.util.UUID;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.moderation.decision.Judged;

/**
 * What a person answered.
 *
 * @param judged the decision after the answer, with the text; a second review leaves it as it was
 * @param label what the person found
 */
public record ResolvedCase(UUID caseId, CaseKind kind, Judged judged, Label label, Action action, UUID by) {}
