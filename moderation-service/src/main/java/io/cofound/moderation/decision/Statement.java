package io.cofound.moderation.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Stream;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Reason;

/**
 * The statement of reasons for a ruling, with the parts that Art. 17(3) of Regulation (EU) 2022/2065, the Digital Services
 * Act, asks for, in Chinese or English: Chinese where the author prefers it or wrote in it.
 *
 * @param restriction (a) what was restricted
 * @param territory (a) where that holds
 * @param duration (a) how long that holds
 * @param facts (b) the facts and circumstances that were relied on
 * @param evidence (b) the words of the text that decided it; empty where none are quoted, or its author was erased
 * @param automation (c) whether automated means detected or decided it
 * @param ground (e) the clause of the written policy, which members agree to
 * @param redress (f) how it can be answered
 */
record Statement(
        UUID decisionId,
        long ruling,
        String language,
        Restriction restriction,
        String territory,
        String duration,
        String facts,
        List<String> evidence,
        Automation automation,
        List<Ground> ground,
        Redress redress,
        Instant madeAt) {

    record Restriction(Action action, String text) {}

    record Automation(boolean detected, boolean decided, String text) {}

    record Ground(String clause, String text) {}

    /** @param appealUntil null where no appeal is possible: nothing was refused, or it was refused on an appeal */
    record Redress(Instant appealUntil, String text) {}

    /**
     * The words are in {@code statement_en.properties} and {@code statement_zh.properties}.
     *
     * @param preferred the language in which the author wants to be addressed, BCP 47; null where that is not known
     */
    static Statement of(Decision decision, Ruling ruling, String preferred, Duration appealable) {
        Locale language = language(preferred, decision.language);
        ResourceBundle words = ResourceBundle.getBundle("statement", language, Wording.ONLY_THE_ASKED);
        boolean appeals = ruling.action == Action.REJECT && ruling.occasion != Occasion.APPEAL;
        String decidedBy = ruling.madeBy == null ? ruling.rung.name() : "HUMAN";
        String said =
                ruling.reason == null ? "" : " " + words.getString("facts.said").formatted(ruling.reason);
        List<Reason> reasons = ruling.classification.reasons();
        return new Statement(
                decision.id,
                ruling.number,
                language.getLanguage(),
                new Restriction(
                        ruling.action,
                        words.getString("restriction." + ruling.action)
                                .formatted(words.getString("subject." + decision.subjectKind))),
                words.getString("territory." + ruling.action),
                words.getString("duration." + ruling.action),
                words.getString("facts." + ruling.occasion) + said,
                reasons.stream()
                        .map(Reason::evidence)
                        .filter(text -> !text.isEmpty())
                        .toList(),
                new Automation(
                        ruling.occasion != Occasion.REPORT,
                        ruling.madeBy == null,
                        words.getString("automation." + decidedBy)),
                reasons.stream()
                        .map(reason -> new Ground(reason.clause(), Wording.ofClause(words, reason.clause())))
                        .toList(),
                new Redress(
                        appeals ? ruling.madeAt.plus(appealable) : null,
                        words.getString(appeals ? "redress.appeal" : "redress.none." + ruling.action)),
                ruling.madeAt);
    }

    /** A profile that names no language counts as English, so whoever writes Chinese is taken to read it, too. */
    private static Locale language(String preferred, String written) {
        return Stream.of(preferred, written)
                        .filter(Objects::nonNull)
                        .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                        .anyMatch(Locale.CHINESE.getLanguage()::equals)
                ? Locale.CHINESE
                : Locale.ENGLISH;
    }
}
