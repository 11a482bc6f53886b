package io.cofound.moderation.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.classify.Figures;
import io.cofound.moderation.classify.ModelCard;

/** Keeps a version away that is worse than the one it comes from. */
@ApplicationScoped
class Gate {

    private final LearningConfig config;

    Gate(LearningConfig config) {
        this.config = config;
    }

    /** On decisions that neither learnt. Empty where the candidate may go on. */
    List<String> onDecisions(Report.Comparison figures) {
        if (figures == null) {
            return List.of("nobody ruled on a text that is held out, so nothing tells how good it is");
        }
        LearningConfig.Margins margins = config.onDecisions();
        return regressions(
                "held-out decisions",
                figures.parent(),
                figures.candidate(),
                margins.macroF1MayFall(),
                margins.heldMayRise(),
                margins.publishedMayRise());
    }

    /** On the texts that are never learnt, which every card has figures of. */
    List<String> onHoldOut(ModelCard parent, ModelCard candidate) {
        LearningConfig.FixedMargins margins = config.onHoldOut();
        return regressions(
                "hold-out",
                parent.holdOut().get("all"),
                candidate.holdOut().get("all"),
                margins.macroF1MayFall(),
                margins.heldMayRise(),
                margins.publishedMayRise());
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

    private static String text(String texts, String what, double from, double to) {
        return String.format(Locale.ROOT, "%s: %s from %.3f to %.3f", texts, what, from, to);
    }
}
