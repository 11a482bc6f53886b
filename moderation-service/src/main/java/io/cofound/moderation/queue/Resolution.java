package io.cofound.moderation.queue;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.platform.web.problem.Problem;

/**
 * A person's answer.
 *
 * @param label what the text is; OK if it is left out and the action is PUBLISH, what the cascade found if it is REJECT, but for blind cases
 * @param action PUBLISH or REJECT
 * @param evidence the words that decided it, copied from the text; may be left out
 * @param reason what the author is told beside the clause; may be left out
 * @param note for other moderators; may be left out
 */
record Resolution(
        Label label,
        @NotNull Action action,
        @Size(max = 200) String evidence,
        @Size(max = 1_000) String reason,
        @Size(max = 2_000) String note) {

    /**
     * @param found the label that the text has now
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 where label and action contradict each other
     */
    Label labelOn(Label found) {
        if (action == Action.HOLD) {
            throw Problem.unprocessable("no-answer", "The answer is PUBLISH or REJECT.");
        }
        Label chosen = label != null ? label : action == Action.PUBLISH ? Label.OK : found;
        if ((chosen == Label.OK) != (action == Action.PUBLISH)) {
            throw Problem.unprocessable(
                    "label-contradicts-action", "What is OK is published; a refusal needs a label that says why.");
        }
        return chosen;
    }

    /**
     * @param text what was judged; null where it is gone
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 for words that do not stand there
     */
    String evidenceIn(String text) {
        if (evidence == null || evidence.isBlank() || text == null) {
            return "";
        }
        if (!text.contains(evidence)) {
            throw Problem.unprocessable("not-in-the-text", "The evidence has to be copied from the text.");
        }
        return evidence;
    }

    String reasonOrNull() {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }
}
