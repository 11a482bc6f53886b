package io.cofound.content.series;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How far a member is with a series. Only what can be seen now counts: a post that is gone is neither left nor done.
 *
 * @param done the posts that the member is done with, in the order of the series
 * @param steps how many there are
 * @param share of the steps that are done, 0 to 1; 0 where there are none
 * @param nextStep the first that is not done; null where all are
 */
record Progress(List<UUID> done, int steps, double share, Step nextStep) {

    static Progress of(List<Step> steps, Set<UUID> doneByMember) {
        List<UUID> done =
                steps.stream().map(Step::postId).filter(doneByMember::contains).toList();
        Step next = steps.stream()
                .filter(step -> !doneByMember.contains(step.postId()))
                .findFirst()
                .orElse(null);
        return new Progress(done, steps.size(), steps.isEmpty() ? 0 : (double) done.size() / steps.size(), next);
    }

    /** So is a series of which nothing can be seen: nobody is kept waiting for it. */
    boolean isComplete() {
        return nextStep == null;
    }
}
