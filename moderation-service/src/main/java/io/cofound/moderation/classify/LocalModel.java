package io.cofound.moderation.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.classification.ClassificationResult;
import dev.langchain4j.classification.ScoredLabel;
import dev.langchain4j.classification.TextClassifier;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Reason;
import io.cofound.contracts.moderation.Rung;

/** The rung in this process: calibrated logistic regression on n-grams, signals of the rules, and meaning. */
final class LocalModel implements TextClassifier<Label> {

    static final String WEIGHTS = "/moderation/model.tribuo";
    static final String CARD = "/moderation/model.json";
    /** Evidence of a text whose words did not speak for the label; what did was its meaning. */
    static final String MEANING = "(the text as a whole)";

    private record Window(NormalisedText text, Features features, Map<Label, Double> scores) {

        double risk() {
            return 1 - scores.get(Label.OK);
        }
    }

    private final LinearModel model;
    private final Rules rules;
    private final Embeddings embeddings;
    private final ModelCard card;

    LocalModel(LinearModel model, Rules rules, Embeddings embeddings, ModelCard card) {
        this.model = model;
        this.rules = rules;
        this.embeddings = embeddings;
        this.card = card;
    }

    /** The model that the build trained. */
    static LocalModel load(Rules rules) {
        try (InputStream weights = LocalModel.class.getResourceAsStream(WEIGHTS);
                InputStream card = LocalModel.class.getResourceAsStream(CARD)) {
            return new LocalModel(
                    LinearModel.read(weights),
                    rules,
                    new Embeddings(),
                    new ObjectMapper().readValue(card, ModelCard.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LocalModel with(TrainedModel other) {
        return new LocalModel(Learning.read(other.weights()), rules, embeddings, other.card());
    }

    ModelCard card() {
        return card;
    }

    /** Judges by the worst part of a long text. */
    Classification classify(NormalisedText text) {
        Window worst = Windows.of(text).stream()
                .map(this::score)
                .max(Comparator.comparingDouble(Window::risk))
                .orElseThrow();
        Label label = likeliest(worst.scores());
        String evidence = Evidence.of(model, label, worst.text(), worst.features());
        return new Classification(
                label,
                worst.scores(),
                card.calibration().action(worst.risk()),
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

    private Window score(NormalisedText text) {
        Language language = Language.of(text.text());
        double[] meaning = card.centring().centre(language, embeddings.of(language, text.text()));
        Features features = FeatureExtractor.extract(text, rules.match(text), language, meaning);
        return new Window(text, features, card.calibration().calibrate(model.predict(features)));
    }

    static Label likeliest(Map<Label, Double> scores) {
        return scores.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }
}
