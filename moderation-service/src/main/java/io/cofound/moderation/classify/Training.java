package io.cofound.moderation.classify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Rung;
import org.tribuo.classification.sgd.linear.LinearSGDModel;

/** Makes a model of labelled texts; the same texts make the same model, to the byte. */
final class Training {

    private static final int FOLDS = 5;
    private static final long SEED = 20261123;

    private record Prepared(LabelledText source, Features features) {}

    private record Embedded(LabelledText source, NormalisedText text, Language language, float[] embedding) {}

    private final Rules rules;
    private final Embeddings embeddings;

    Training(Rules rules, Embeddings embeddings) {
        this.rules = rules;
        this.embeddings = embeddings;
    }

    record Result(LinearSGDModel model, ModelCard card) {}

    Result train(List<LabelledText> texts, String version, String inputs, int nearHoldOut) {
        List<Embedded> embedded = texts.stream().map(this::embed).toList();
        Map<Language, List<float[]>> vectors = new EnumMap<>(Language.class);
        embedded.forEach(text -> vectors.computeIfAbsent(text.language(), language -> new ArrayList<>())
                .add(text.embedding()));
        Centring centring = Centring.fit(vectors);
        List<Prepared> prepared =
                embedded.stream().map(text -> prepare(text, centring)).toList();

        List<Prepared> judged = new ArrayList<>();
        List<Map<Label, Double>> unseen = new ArrayList<>();
        crossValidate(prepared, judged, unseen);
        List<Label> truth = judged.stream().map(text -> text.source().label()).toList();
        Calibration calibration = Calibration.fit(unseen, truth);

        Map<String, Integer> counts = new TreeMap<>();
        texts.forEach(text -> counts.merge(text.label().name(), 1, Integer::sum));
        ModelCard card = new ModelCard(
                version,
                inputs,
                counts,
                nearHoldOut,
                calibration,
                centring,
                figures(judged, unseen, calibration),
                Map.of());
        return new Result(fit(prepared), card);
    }

    private void crossValidate(List<Prepared> prepared, List<Prepared> judged, List<Map<Label, Double>> unseen) {
        Random random = new Random(SEED);
        int[] folds = prepared.stream().mapToInt(text -> random.nextInt(FOLDS)).toArray();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Prepared> seen = new ArrayList<>();
            List<Prepared> left = new ArrayList<>();
            for (int i = 0; i < folds.length; i++) {
                (folds[i] == fold ? left : seen).add(prepared.get(i));
            }
            LinearModel model = new LinearModel(fit(seen));
            left.forEach(text -> unseen.add(model.predict(text.features())));
            judged.addAll(left);
        }
    }

    private static Figures figures(List<Prepared> judged, List<Map<Label, Double>> unseen, Calibration calibration) {
        List<Evaluation.Judged> results = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            Map<Label, Double> scores = calibration.calibrate(unseen.get(i));
            results.add(new Evaluation.Judged(
                    judged.get(i).source(),
                    new Classification(
                            LocalModel.likeliest(scores),
                            scores,
                            calibration.action(1 - scores.get(Label.OK)),
                            Rung.MODEL,
                            List.of(),
                            "")));
        }
        return Evaluation.of(results);
    }

    private static LinearSGDModel fit(List<Prepared> texts) {
        return LinearModel.train(
                texts.stream().map(Prepared::features).toList(),
                texts.stream().map(text -> text.source().label()).toList());
    }

    private Embedded embed(LabelledText source) {
        NormalisedText text = TextNormaliser.normalise(source.text());
        Language language = Language.of(text.text());
        return new Embedded(source, text, language, embeddings.of(language, text.text()));
    }

    private Prepared prepare(Embedded text, Centring centring) {
        double[] meaning = centring.centre(text.language(), text.embedding());
        return new Prepared(
                text.source(),
                FeatureExtractor.extract(text.text(), rules.match(text.text()), text.language(), meaning));
    }
}
