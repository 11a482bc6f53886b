package io.cofound.moderation.classify;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.langchain4j.classification.ClassificationResult;
import dev.langchain4j.classification.ScoredLabel;
import dev.langchain4j.classification.TextClassifier;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Reason;
import io.cofound.contracts.moderation.Rung;

/**
 * The rung in this process: calibrated logistic regressions on n-grams, signals of the rules, and meaning. One knows
 * founders' talk, the other the open internet's; each counts as much as the text is like its own.
 */
final class LocalModel implements TextClassifier<Label> {

    /** Evidence of a text whose words did not speak for the label; what did was its meaning. */
    static final String MEANING = "(the text as a whole)";

    /** Below it a glance by the eyes of founders' talk says nothing. */
    private static final double SURELY_FOUNDERS = 0.9;

    /** Above it what open talk's judge would say of a Chinese text is not worth the other reading that it needs. */
    private static final double HARDLY_OPEN = 0.98;

    private record Window(Surface surface, double founders, double[] scores, Action action) {

        double risk() {
            return 1 - scores[Label.OK.ordinal()];
        }
    }

    private final Rules rules;
    private final Reading reading;
    private final Reading closer;
    private final OpenTalk open;
    private final FoundersTalk founders;
    private final ModelCard card;

    /** @param closer of Chinese open talk, by the encoder that was fine-tuned on it */
    LocalModel(Rules rules, Reading reading, Reading closer, OpenTalk open, TrainedModel model) {
        this(rules, reading, closer, open, FoundersTalk.of(model.weights()), model.card());
    }

    private LocalModel(
            Rules rules, Reading reading, Reading closer, OpenTalk open, FoundersTalk founders, ModelCard card) {
        this.rules = rules;
        this.reading = reading;
        this.closer = closer;
        this.open = open;
        this.founders = founders;
        this.card = card;
    }

    LocalModel with(TrainedModel other) {
        return new LocalModel(rules, reading, closer, open, other);
    }

    LocalModel remembering(Set<String> texts) {
        return new LocalModel(
                rules,
                reading.remembering(new Remembered(texts)),
                closer.remembering(new Remembered(texts)),
                open,
                founders,
                card);
    }

    /** Of models that go with the same rules and embeddings. */
    Training training() {
        return new Training(rules, reading);
    }

    ModelCard card() {
        return card;
    }

    /** Judges by the worst part of a long text. */
    Classification classify(NormalisedText text) {
        Window worst = Windows.of(text).stream()
                .map(this::judge)
                .max(Comparator.comparingDouble(Window::risk))
                .orElseThrow();
        Label label = likeliest(worst.scores());
        String evidence = Evidence.of(worst.surface(), (feature, value) -> contribution(label, worst, feature, value));
        return new Classification(
                label,
                byLabel(worst.scores()),
                worst.action(),
                Rung.MODEL,
                List.of(new Reason(Policy.of(label).clause(), evidence.isBlank() ? MEANING : evidence)),
                card.version());
    }

    @Override
    public ClassificationResult<Label> classifyWithScores(String text) {
        return new ClassificationResult<>(classify(TextNormaliser.normalise(text)).scores().entrySet().stream()
                .map(score -> new ScoredLabel<>(score.getKey(), score.getValue()))
                .toList());
    }

    private Window judge(NormalisedText text) {
        Surface surface = new Surface(text, rules.match(text));
        Features seen = surface.features();
        return glance(surface, seen).orElseGet(() -> {
            Features whole = reading.of(text, seen);
            double like = like(whole);
            double[] scores = mix(text, like, whole);
            return new Window(surface, like, scores, card.calibration().action(1 - scores[Label.OK.ordinal()]));
        });
    }

    /** Empty where the meaning must be asked for. */
    private Optional<Window> glance(Surface surface, Features seen) {
        double like = open.founders(seen);
        if (like <= SURELY_FOUNDERS) {
            return Optional.empty();
        }
        double[] scores = Calibration.scale(
                founders.glance().probabilities(seen), card.glance().temperature());
        return card.glance()
                .action(1 - scores[Label.OK.ordinal()])
                .map(action -> new Window(surface, like, scores, action));
    }

    /** Whether a look at the surface is enough. */
    boolean isPlain(NormalisedText text) {
        Surface surface = new Surface(text, rules.match(text));
        return glance(surface, surface.features()).isPresent();
    }

    private double like(Features whole) {
        double like = open.founders(whole);
        return whole.meansIn(Language.ZH) && like > HARDLY_OPEN ? 1 : like;
    }

    private double[] mix(NormalisedText text, double like, Features whole) {
        double[] scores = Calibration.scale(
                founders.whole().probabilities(whole), card.calibration().temperature());
        if (like == 1) {
            return scores;
        }
        double[] other = open.judge(whole.meansIn(Language.ZH) ? closer.of(text, whole) : whole);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = like * scores[i] + (1 - like) * other[i];
        }
        return scores;
    }

    private double contribution(Label label, Window window, int feature, double value) {
        return window.founders() * founders.whole().contribution(label.ordinal(), feature, value)
                + (1 - window.founders()) * open.judge().contribution(label.ordinal(), feature, value);
    }

    static Label likeliest(double[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return Label.values()[best];
    }

    static Map<Label, Double> byLabel(double[] scores) {
        Map<Label, Double> byLabel = new EnumMap<>(Label.class);
        for (Label label : Label.values()) {
            byLabel.put(label, scores[label.ordinal()]);
        }
        return byLabel;
    }
}
