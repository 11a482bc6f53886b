package io.cofound.moderation.classify;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Reason;
import io.cofound.contracts.moderation.Rung;

/** The rungs that need nothing but this process: rules, then the model. */
public final class LocalCascade {

    /** Characters; a longer text is for people, since reading it would hold up the others. */
    static final int LONGEST_TEXT = 20_000;

    private static final double SURE = 0.99;

    private final Rules rules;
    private final LocalModel model;

    LocalCascade(Rules rules, LocalModel model) {
        this.rules = rules;
        this.model = model;
    }

    /** Loads rules, the shipped weights and embeddings, which takes a second or two. */
    public static LocalCascade load() {
        return load(TrainedModel.shipped());
    }

    static LocalCascade load(TrainedModel model) {
        Rules rules = Rules.load();
        OpenTalk open = OpenTalk.load();
        Reading reading = new Reading(Embeddings.load(), open.centring());
        Reading closer = new Reading(Embeddings.loadOpenTalk(), open.closer());
        return new LocalCascade(rules, new LocalModel(rules, reading, closer, open, model));
    }

    /** The same rules and embeddings with another model. */
    public LocalCascade with(TrainedModel other) {
        return new LocalCascade(rules, model.with(other));
    }

    /** The same, but none of the texts is embedded twice. */
    LocalCascade remembering(Set<String> texts) {
        return new LocalCascade(rules, model.remembering(texts));
    }

    Training training() {
        return model.training();
    }

    public ModelCard card() {
        return model.card();
    }

    /** Names rules and model in a decision. */
    public String version() {
        return model.card().version() + "+rules-" + rules.version();
    }

    /** CPU-bound, about 10 ms a thousand characters, twice that of Chinese open talk; not for the event loop. */
    public Classification classify(String text) {
        NormalisedText all = TextNormaliser.normalise(text.substring(0, Math.min(text.length(), 2 * LONGEST_TEXT)));
        boolean tooLong = text.length() > 2 * LONGEST_TEXT || all.text().length() > LONGEST_TEXT;
        NormalisedText normalised = tooLong ? all.part(0, Math.min(all.text().length(), LONGEST_TEXT)) : all;
        Optional<Classification> ruled = rules.match(normalised).stream()
                .filter(match -> match.rule().effect() != Rule.Effect.SIGNAL)
                .min(java.util.Comparator.comparing(match -> match.rule().effect()))
                .map(match -> ruled(match, normalised));
        if (ruled.isPresent()) {
            return ruled.get();
        }
        Classification judged = model.classify(normalised);
        if (tooLong && judged.action() == Action.PUBLISH) {
            Reason reason = new Reason(Policy.TOO_LONG_TO_JUDGE.clause(), text.length() + " characters");
            return new Classification(
                    judged.label(), judged.scores(), Action.HOLD, Rung.RULES, List.of(reason), version());
        }
        return new Classification(
                judged.label(), judged.scores(), judged.action(), judged.rung(), judged.reasons(), version());
    }

    /** Whether rules or a look at the text's surface decide, so that its meaning is not asked for. */
    boolean isPlain(String text) {
        NormalisedText normalised = TextNormaliser.normalise(text);
        return rules.match(normalised).stream().anyMatch(match -> match.rule().effect() != Rule.Effect.SIGNAL)
                || model.isPlain(normalised);
    }

    private Classification ruled(RuleMatch match, NormalisedText text) {
        Rule rule = match.rule();
        Map<Label, Double> scores = new EnumMap<>(Label.class);
        for (Label label : Label.values()) {
            scores.put(label, label == rule.label() ? SURE : (1 - SURE) / (Label.values().length - 1));
        }
        Policy policy = rule.id().startsWith("instructs-the-judge")
                ? Policy.NO_INSTRUCTIONS_TO_THE_MODERATOR
                : Policy.of(rule.label());
        return new Classification(
                rule.label(),
                scores,
                rule.effect() == Rule.Effect.REJECT ? Action.REJECT : Action.HOLD,
                Rung.RULES,
                List.of(new Reason(policy.clause(), text.quote(match.start(), match.end()))),
                version());
    }
}
