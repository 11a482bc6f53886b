package io.cofound.moderation.classify;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.cofound.contracts.moderation.Label;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Tribuo's multinomial logistic regression over {@link Features}: cross-entropy, fixed seeds. Not calibrated. What was
 * learnt is kept bare: Tribuo's own model remembers every value of every feature, which takes thirty times the room.
 */
final class LinearModel {

    /** Chosen by cross-validation on the seed. */
    private static final double LEARNING_RATE = 0.1;

    private static final int EPOCHS = 15;
    private static final long SEED = 20261123;
    /** A hashed feature of one text alone says nothing about another. */
    private static final int RAREST = 2;

    private static final Label[] LABELS = Label.values();

    final Map<String, Integer> columns = new HashMap<>();
    /** By label, then by feature; the last is the bias. */
    final float[][] weights;

    LinearModel(Map<String, Integer> columns, float[][] weights) {
        this.columns.putAll(columns);
        this.weights = weights;
    }

    LinearModel(LinearSGDModel model) {
        DenseMatrix learnt = model.getWeightsCopy();
        int features = model.getFeatureIDMap().size();
        weights = new float[LABELS.length][features + 1];
        for (Label label : LABELS) {
            int row = model.getOutputIDInfo().getID(new org.tribuo.classification.Label(label.name()));
            for (int column = 0; column <= features; column++) {
                weights[label.ordinal()][column] = (float) learnt.get(row, column);
            }
        }
        model.getFeatureIDMap()
                .forEach(feature ->
                        columns.put(feature.getName(), model.getFeatureIDMap().getID(feature.getName())));
    }

    static LinearModel read(InputStream from) throws IOException {
        return new LinearModel(
                (LinearSGDModel) Model.deserializeFromStream(from).castModel(org.tribuo.classification.Label.class));
    }

    static LinearSGDModel train(List<Features> texts, List<Label> labels) {
        Map<String, Integer> seen = new HashMap<>();
        texts.forEach(text -> text.byName().keySet().forEach(name -> seen.merge(name, 1, Integer::sum)));
        LabelFactory factory = new LabelFactory();
        var origin = new SimpleDataSourceProvenance("seed", java.time.OffsetDateTime.MIN, factory);
        MutableDataset<org.tribuo.classification.Label> dataset = new MutableDataset<>(origin, factory);
        for (int i = 0; i < texts.size(); i++) {
            var label = new org.tribuo.classification.Label(labels.get(i).name());
            dataset.add(example(label, texts.get(i), name -> name.charAt(0) != 'h' || seen.get(name) >= RAREST));
        }
        LinearSGDTrainer trainer = new LinearSGDTrainer(
                new LogMulticlass(), new AdaGrad(LEARNING_RATE, 0.1), EPOCHS, Integer.MAX_VALUE, 1, SEED);
        return trainer.train(dataset);
    }

    /** Probability of each label. */
    Map<Label, Double> predict(Features features) {
        double[] logits = new double[LABELS.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < logits.length; label++) {
            float[] row = weights[label];
            double sum = row[row.length - 1];
            for (Map.Entry<String, Features.Feature> feature : features.byName().entrySet()) {
                Integer column = columns.get(feature.getKey());
                sum += column == null ? 0 : row[column] * feature.getValue().value();
            }
            logits[label] = sum;
            largest = Math.max(largest, sum);
        }
        double total = 0;
        for (int label = 0; label < logits.length; label++) {
            logits[label] = Math.exp(logits[label] - largest);
            total += logits[label];
        }
        Map<Label, Double> probabilities = new EnumMap<>(Label.class);
        for (Label label : LABELS) {
            probabilities.put(label, logits[label.ordinal()] / total);
        }
        return probabilities;
    }

    /** How much a feature spoke for the label, against the average of the other labels. */
    double contribution(Label label, String name, double value) {
        Integer column = columns.get(name);
        if (column == null) {
            return 0;
        }
        double own = weights[label.ordinal()][column];
        double others = -own;
        for (float[] row : weights) {
            others += row[column];
        }
        return value * (own - others / (LABELS.length - 1));
    }

    static Example<org.tribuo.classification.Label> example(
            org.tribuo.classification.Label label, Features features, Predicate<String> wanted) {
        List<String> names = features.byName().keySet().stream().filter(wanted).toList();
        double[] values = names.stream()
                .mapToDouble(name -> features.byName().get(name).value())
                .toArray();
        return new ArrayExample<>(label, names.toArray(String[]::new), values);
    }
}
