package io.cofound.moderation.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.classify.Figures;
import io.cofound.moderation.classify.ModelCard;

/** Keeps a version away that is worse than the one it comes from, be it in one language only. */
@ApplicationScoped
class Gate {

    private static final String ALL = "all";

    private final LearningConfig config;

    Gate(LearningConfig config) {
        this.config = config;
    }

    /**
     * On decisions that neither learnt. Empty where the candidate may go on.
     *
     * @param figures in all and by language
     */
    List<String> onDecisions(Map<String, Report.Comparison> figures) {
        if (!figures.containsKey(ALL)) {
            return List.of("nobody ruled on a text that is held out, so nothing tells how good it is");
        }
        LearningConfig.Margins margins = config.onDecisions();
        List<String> regressions = new ArrayList<>();
        figures.forEach((of, compared) -> {
            if (of.equals(ALL) || compared.candidate().texts() >= margins.languageAtLeast()) {
                regressions.addAll(regressions(
                        named("held-out decisions", of),
                        compared.parent(),
                        compared.candidate(),
                        margins.macroF1MayFall(),
                        margins.heldMayRise(),
                        margins.publishedMayRise()));
            }
        });
        return regressions;
    }

    /** On the texts that are never learnt, which every card has figures of, in all and by language. */
    List<String> onHoldOut(ModelCard parent, ModelCard candidate) {
        LearningConfig.FixedMargins margins = config.onHoldOut();
        List<String> regressions = new ArrayList<>();
        parent.holdOut()
                .forEach((of, figures) -> regressions.addAll(regressions(
                        named("hold-out", of),
                        figures,
                        candidate.holdOut().get(of),
                        margins.macroF1MayFall(),
                        margins.heldMayRise(),
                        margins.publishedMayRise())));
        return regressions;
    }

    static List<String> regressions(
            String texts, Figures parent, Figures candidate, double f1Fall, double heldRise, double publishedRise) {
        List<String> regressions = new ArrayList<>();
        if (parent.macroF1() - candidate.macroF1() > f1Fall) {
            regressions.add(text(texts, "macro-F1 falls", parent.macroF1(), candidate.macroF1()));
        }
        if (candidate.goodHeldOrRejected() - parent.goodHeldOrRejected() > heldRise) {
            regressions.add(text(
                    texts, "OK held or rejected rises", parent.goodHeldOrRejected(), candidate.goodHeldOrRejected()));
        }
        if (candidate.badPublished() - parent.badPublished() > publishedRise) {
            regressions.add(text(texts, "bad published rises", parent.badPublished(), candidate.badPublished()));
        }
        return regressions;
    }

    private static String named(String texts, String of) {
        return of.equals(ALL) ? texts : texts + ", " + of;
    }

    private static String text(String texts, String what, double from, double to) {
        return String.format(Locale.ROOT, "%s: %s from %.3f to %.3f", texts, what, from, to);
    }
}
