package io.cofound.moderation.learning;

import java.util.List;
import java.util.Map;

import io.cofound.moderation.classify.Figures;

/**
 * What a version learnt, how good it is, and what it changes. Ids of decisions, never a text.
 *
 * @param parentModel names what it comes from, in decisions
 * @param inputs hash of the texts it learnt and what it comes from
 * @param learnt texts it learnt, by label
 * @param heldOut texts that people ruled on and that it did not learn
 * @param tooAlike texts that it did not learn, being too like one that is held out
 * @param figures on what is held out: in all and by language
 * @param replay what it would change
 * @param regressions why it may not go on; empty if it may
 */
record Report(
        String parentModel,
        String inputs,
        Map<String, Integer> learnt,
        int heldOut,
        int tooAlike,
        Map<String, Comparison> figures,
        Replay replay,
        List<String> regressions) {

    record Comparison(Figures parent, Figures candidate) {}
}
