package io.cofound.moderation.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.classify.Evaluation;
import io.cofound.moderation.classify.LocalCascade;

/** Compares a version with the one it comes from. CPU-bound: two judgements a text. */
final class Examination {

    private final LocalCascade parent;
    private final LocalCascade candidate;

    Examination(LocalCascade parent, LocalCascade candidate) {
        this.parent = parent;
        this.candidate = candidate;
    }

    /** In all and by language; empty without texts. */
    Map<String, Report.Comparison> figures(List<RuledText> heldOut) {
        Map<String, List<Evaluation.Judged>> byParent = new TreeMap<>();
        Map<String, List<Evaluation.Judged>> byCandidate = new TreeMap<>();
        for (RuledText text : heldOut) {
            for (String of : List.of("all", RuledText.languageOf(text.language()))) {
                byParent.computeIfAbsent(of, ignored -> new ArrayList<>());
                byCandidate.computeIfAbsent(of, ignored -> new ArrayList<>());
            }
            var judgedByParent = new Evaluation.Judged(text.labelled(), parent.classify(text.text()));
            var judgedByCandidate = new Evaluation.Judged(text.labelled(), candidate.classify(text.text()));
            for (String of : List.of("all", RuledText.languageOf(text.language()))) {
                byParent.get(of).add(judgedByParent);
                byCandidate.get(of).add(judgedByCandidate);
            }
        }
        Map<String, Report.Comparison> figures = new TreeMap<>();
        byParent.forEach((of, judged) ->
                figures.put(of, new Report.Comparison(Evaluation.of(judged), Evaluation.of(byCandidate.get(of)))));
        return figures;
    }

    /** Pages of decided texts, newest first, until there are no more or enough. */
    Replay replay(DecidedPages pages, Instant since, int atMost) throws InterruptedException {
        Replay.Builder replay = new Replay.Builder();
        var before = DecidedTexts.NEWEST;
        while (true) {
            List<RuledText> page = pages.before(before);
            for (RuledText text : page) {
                if (replay.texts() == atMost) {
                    return replay.build(since, false);
                }
                Classification was = parent.classify(text.text());
                Classification is = candidate.classify(text.text());
                replay.add(
                        text.decisionId(),
                        RuledText.languageOf(text.language()),
                        Watch.outcome(was),
                        Watch.outcome(is),
                        is.risk());
            }
            if (page.size() < DecidedTexts.PAGE) {
                return replay.build(since, true);
            }
            before = page.getLast().decisionId();
        }
    }

    interface DecidedPages {
        List<RuledText> before(java.util.UUID decisionId) throws InterruptedException;
    }
}
