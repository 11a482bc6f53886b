package io.cofound.moderation.opinion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Reason;
import io.cofound.contracts.moderation.Rung;
import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.classify.Policy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/** Asks the language model about what the local rungs are not sure of. */
@ApplicationScoped
public class SecondOpinion {

    private static final Logger LOG = Logger.getLogger(SecondOpinion.class);
    private static final int LONGEST_EVIDENCE = 160;

    /** Why the rung is lower than it might be; quotes nothing. */
    private static final Reason NOT_ASKED =
            new Reason("no-external-processing-without-consent", "no language model was asked");

    private static final Reason NOT_PAID =
            new Reason(Policy.NO_BUDGET_LEFT.clause(), "the day's budget for language models is spent");

    private final LanguageModel languageModel;
    private final Outlay outlay;
    private final OpinionConfig config;

    SecondOpinion(LanguageModel languageModel, Outlay outlay, OpinionConfig config) {
        this.languageModel = languageModel;
        this.outlay = outlay;
        this.config = config;
    }

    /**
     * Whether the language model is to be asked about a text that was judged so.
     *
     * @param narrowing the share of the uncertain band, 0 to below 1, in which a trusted author's text needs no asking;
     *     what is held is asked about all the same, since asking may free it
     */
    public boolean isWanted(Classification local, double narrowing) {
        double askFrom = local.action() == Action.HOLD
                ? config.askFrom()
                : config.askFrom() + narrowing * (1 - config.askFrom());
        return hasKey() && local.rung() == Rung.MODEL && local.action() != Action.REJECT && local.risk() >= askFrom;
    }

    /** The local judgement, which stands because the author did not consent to asking anybody else; and that it is so. */
    public static Classification withoutConsent(Classification local) {
        return standing(local, NOT_ASKED);
    }

    /**
     * To be called only with the author's consent to external processing, on a Vert.x context.
     *
     * @return the language model's judgement; the local one, and its rung, if there is no usable answer in time, no
     *     money left to ask, or an OK that is not sure or was said of a part of the text
     */
    public Uni<Classification> on(Question question, Classification local) {
        if (!hasKey()) {
            return Uni.createFrom().item(local);
        }
        Redacted redacted = Redaction.of(question.text());
        String fenced = Fence.around(redacted.text());
        return outlay.open(question, redacted, fenced)
                .chain(permit -> permit == null
                        ? Uni.createFrom().item(standing(local, NOT_PAID))
                        : ask(fenced, permit)
                                .map(answer -> answer.map(said -> judgement(said.opinion(), question.text(), local))
                                        .orElse(local)));
    }

    /** Empty without a usable answer. */
    private Uni<Optional<Answer>> ask(String fenced, Permit permit) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .deferred(() -> languageModel.ask(Prompt.about(fenced)))
                .emitOn(command -> context.runOnContext(ignored -> command.run()))
                .onItemOrFailure()
                .transformToUni((answer, failure) -> {
                    if (failure != null) {
                        // The message may quote the text.
                        LOG.warnf(
                                "no opinion of the language model: %s",
                                failure.getClass().getName());
                    }
                    return outlay.close(permit, answer, failure).replaceWith(Optional.ofNullable(answer));
                });
    }

    Classification judgement(Opinion opinion, String text, Classification local) {
        boolean fit = opinion.label() == Label.OK;
        boolean sure = opinion.confidence() >= config.sureFrom();
        // A judge whom the text told what to say has not said anything.
        Optional<Reason> instructed = fit ? Instructions.in(text).map(SecondOpinion::instructing) : Optional.empty();
        // What the local model doubted may stand in the part that the language model was not shown.
        boolean sawAll = Fence.showsAllOf(Redaction.of(text).text());
        if (fit && instructed.isEmpty() && !(sure && sawAll)) {
            // Asking must not do more harm to a good text than no answer would.
            return local;
        }
        Action decided = fit ? Action.PUBLISH : Action.REJECT;
        return new Classification(
                opinion.label(),
                scores(opinion, local.scores()),
                sure && instructed.isEmpty() ? decided : Action.HOLD,
                Rung.LLM,
                List.of(instructed.orElseGet(
                        () -> new Reason(Policy.of(opinion.label()).clause(), evidence(opinion, text, local)))),
                local.model() + "+" + config.model() + "+prompt-" + Prompt.VERSION);
    }

    private static Classification standing(Classification local, Reason why) {
        List<Reason> reasons = new ArrayList<>(local.reasons());
        reasons.add(why);
        return new Classification(
                local.label(), local.scores(), local.action(), local.rung(), List.copyOf(reasons), local.model());
    }

    private static Reason instructing(String quote) {
        return new Reason(
                Policy.NO_INSTRUCTIONS_TO_THE_MODERATOR.clause(),
                quote.substring(0, Math.min(quote.length(), LONGEST_EVIDENCE)));
    }

    /** What is quoted must stand in the text; a model makes up quotations. */
    private static String evidence(Opinion opinion, String text, Classification local) {
        return Optional.ofNullable(opinion.evidence())
                .filter(Predicate.not(String::isBlank))
                .filter(quote -> quote.length() <= LONGEST_EVIDENCE && text.contains(quote))
                .orElseGet(() -> local.reasons().getFirst().evidence());
    }

    /** The label gets the model's confidence, the others share the rest as the local model saw them. */
    private static Map<Label, Double> scores(Opinion opinion, Map<Label, Double> local) {
        double others = 1 - local.get(opinion.label());
        Map<Label, Double> scores = new EnumMap<>(Label.class);
        local.forEach((label, score) -> scores.put(
                label, label == opinion.label() ? opinion.confidence() : (1 - opinion.confidence()) * score / others));
        return scores;
    }

    private boolean hasKey() {
        return config.apiKey().filter(Predicate.not(String::isBlank)).isPresent();
    }
}
