package io.cofound.moderation.classify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofound.contracts.moderation.Label;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Goes on learning where a model stopped: the same model and texts make the same one, to the byte. */
public final class Learning {

    private static final int EPOCHS = 20;
    private static final double RATE = 0.1;

    private Learning() {}

    public static TrainedModel shipped() {
        try (InputStream weights = Learning.class.getResourceAsStream(LocalModel.WEIGHTS);
                InputStream card = Learning.class.getResourceAsStream(LocalModel.CARD)) {
            return new TrainedModel(
                    write(LinearModel.read(weights)), new ObjectMapper().readValue(card, ModelCard.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** CPU-bound, about 10 ms a text. */
    public static TrainedModel learn(TrainedModel parent, List<LabelledText> texts, String version) {
        LinearModel model = read(parent.weights());
        Rules rules = Rules.load();
        Embeddings embeddings = new Embeddings();
        List<Features> features = texts.stream()
                .map(text -> features(text, rules, embeddings, parent.card().centring()))
                .toList();
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (int i = 0; i < texts.size(); i++) {
                step(model, features.get(i), texts.get(i).label());
            }
        }
        Map<String, Integer> counts = new TreeMap<>(parent.card().texts());
        texts.forEach(text -> counts.merge(text.label().name(), 1, Integer::sum));
        ModelCard card = card(parent.card(), version, counts, Map.of());
        LocalCascade cascade = new LocalCascade(rules, new LocalModel(model, rules, embeddings, card));
        return new TrainedModel(write(model), card(card, version, counts, measure(cascade)));
    }

    private static void step(LinearModel model, Features features, Label truth) {
        Map<Label, Double> likely = model.predict(features);
        for (Label label : Label.values()) {
            double error = (label == truth ? 1 : 0) - likely.get(label);
            float[] row = model.weights[label.ordinal()];
            features.byName().forEach((name, feature) -> {
                Integer column = model.columns.get(name);
                if (column != null) {
                    row[column] += (float) (RATE * error * feature.value());
                }
            });
        }
    }

    private static Features features(LabelledText text, Rules rules, Embeddings embeddings, Centring centring) {
        NormalisedText normal =
                Windows.of(TextNormaliser.normalise(text.text())).getFirst();
        Language language = Language.of(normal.text());
        return FeatureExtractor.extract(
                normal,
                rules.match(normal),
                language,
                centring.centre(language, embeddings.of(language, normal.text())));
    }

    private static Map<String, Figures> measure(LocalCascade cascade) {
        Map<String, List<Evaluation.Judged>> judged = new LinkedHashMap<>();
        for (String language : List.of("en", "zh")) {
            for (LabelledText text : holdOut(language)) {
                var one = new Evaluation.Judged(text, cascade.classify(text.text()));
                judged.computeIfAbsent("all", all -> new ArrayList<>()).add(one);
                judged.computeIfAbsent(language, all -> new ArrayList<>()).add(one);
            }
        }
        Map<String, Figures> figures = new LinkedHashMap<>();
        judged.forEach((name, of) -> figures.put(name, Evaluation.of(of)));
        return figures;
    }

    private static List<LabelledText> holdOut(String language) {
        try (InputStream in = Learning.class.getResourceAsStream("/moderation/holdout/" + language + ".tsv")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .map(line -> new LabelledText(
                            Label.valueOf(line[0]),
                            line[1],
                            line[2].replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelCard card(
            ModelCard of, String version, Map<String, Integer> texts, Map<String, Figures> holdOut) {
        return new ModelCard(
                version,
                of.inputs(),
                texts,
                of.nearHoldOut(),
                of.calibration(),
                of.centring(),
                of.crossValidated(),
                holdOut);
    }

    static LinearModel read(byte[] weights) {
        try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(weights)))) {
            Map<String, Integer> columns = new HashMap<>();
            int size = in.readInt();
            for (int i = 0; i < size; i++) {
                columns.put(in.readUTF(), i);
            }
            float[][] values = new float[Label.values().length][size + 1];
            for (float[] row : values) {
                for (int i = 0; i <= size; i++) {
                    row[i] = in.readFloat();
                }
            }
            return new LinearModel(columns, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] write(LinearModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            var sorted = new TreeMap<>(model.columns);
            out.writeInt(sorted.size());
            for (String name : sorted.keySet()) {
                out.writeUTF(name);
            }
            for (float[] row : model.weights) {
                for (int column : sorted.values()) {
                    out.writeFloat(row[column]);
                }
                out.writeFloat(row[row.length - 1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
