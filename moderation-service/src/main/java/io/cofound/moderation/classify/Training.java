package io.cofound.moderation.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Rung;
import io.cofound.moderation.classify.Regression.Example;
import io.cofound.moderation.classify.Regression.Plan;

/** Makes a model of labelled texts of founders' talk; the same texts make the same model, to the byte. */
final class Training {

    private static final int FOLDS = 5;
    /** Texts written one after the other may be each other's counterparts: they are seen together or not at all. */
    private static final int NEIGHBOURS = 20;

    private static final long SEED = 20261123;
    /** Chosen by cross-validation on the seed, in which sparing did not help. */
    private static final Plan PLAN = new Plan(15, 0.2, 0);

    /** Slower, since little is to change much of what was learnt from a lot. */
    private static final Plan PLAN_OF_MORE = new Plan(15, 0.1, 0);

    /** How much a disguised copy of a text counts. */
    private static final double COPY = 0.5;

    /** @param copies as it reads in disguise */
    private record Text(LabelledText source, Features features, List<Features> copies) {

        Stream<Example> examples() {
            double[] only = new double[Label.values().length];
            only[source.label().ordinal()] = 1;
            return Stream.concat(
                    Stream.of(new Example(features, only, 1)),
                    copies.stream().map(copy -> new Example(copy, only, COPY)));
        }
    }

    /** Of texts that the predicting models had not seen, in the same order. */
    private record Unseen(List<Label> truth, List<LabelledText> texts, List<double[]> whole, List<double[]> glance) {}

    private final Rules rules;
    private final Reading reading;

    Training(Rules rules, Reading reading) {
        this.rules = rules;
        this.reading = reading;
    }

    TrainedModel train(List<LabelledText> texts, String version, String inputs) {
        List<Text> read = texts.parallelStream().map(this::read).toList();
        Unseen unseen = crossValidate(read);
        Calibration calibration = Calibration.fit(unseen.whole(), unseen.truth());
        Glance glance = Glance.fit(unseen.glance(), unseen.truth());
        Map<String, Integer> counts = new TreeMap<>();
        texts.forEach(text -> counts.merge(text.label().name(), 1, Integer::sum));
        Figures figures = figures(unseen, calibration, glance);
        return new TrainedModel(
                fit(read).toBytes(), new ModelCard(version, inputs, counts, calibration, glance, figures, Map.of()));
    }

    /** Goes on where a model stopped, whose calibration stays. */
    byte[] goOn(TrainedModel parent, List<LabelledText> texts) {
        List<Text> read = texts.parallelStream().map(this::read).toList();
        return fit(FoundersTalk.of(parent.weights()), read, PLAN_OF_MORE).toBytes();
    }

    private Text read(LabelledText source) {
        return new Text(
                source,
                read(TextNormaliser.normalise(source.text())),
                Copies.of(source.text()).stream().map(this::read).toList());
    }

    private Features read(NormalisedText text) {
        NormalisedText first = Windows.of(text).getFirst();
        return reading.of(first, new Surface(first, rules.match(first)).features());
    }

    private Unseen crossValidate(List<Text> texts) {
        Random random = new Random(SEED);
        int[] blocks = IntStream.rangeClosed(0, texts.size() / NEIGHBOURS)
                .map(block -> random.nextInt(FOLDS))
                .toArray();
        int[] folds = IntStream.range(0, texts.size())
                .map(i -> blocks[i / NEIGHBOURS])
                .toArray();
        List<FoundersTalk> models = IntStream.range(0, FOLDS)
                .parallel()
                .mapToObj(left -> fit(IntStream.range(0, folds.length)
                        .filter(i -> folds[i] != left)
                        .mapToObj(texts::get)
                        .toList()))
                .toList();
        Unseen unseen = new Unseen(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < folds.length; i++) {
            Text text = texts.get(i);
            FoundersTalk model = models.get(folds[i]);
            unseen.truth().add(text.source().label());
            unseen.texts().add(text.source());
            unseen.whole().add(model.whole().probabilities(text.features()));
            unseen.glance().add(model.glance().probabilities(text.features().withoutMeaning()));
        }
        return unseen;
    }

    private static Figures figures(Unseen unseen, Calibration calibration, Glance glance) {
        List<Evaluation.Judged> results = new ArrayList<>();
        for (int i = 0; i < unseen.truth().size(); i++) {
            double[] glanced = Calibration.scale(unseen.glance().get(i), glance.temperature());
            double[] whole = Calibration.scale(unseen.whole().get(i), calibration.temperature());
            LabelledText text = unseen.texts().get(i);
            results.add(glance.action(1 - glanced[Label.OK.ordinal()])
                    .map(action -> judged(text, glanced, action))
                    .orElseGet(() -> judged(text, whole, calibration.action(1 - whole[Label.OK.ordinal()]))));
        }
        return Evaluation.of(results);
    }

    private static Evaluation.Judged judged(LabelledText text, double[] scores, Action action) {
        return new Evaluation.Judged(
                text,
                new Classification(
                        LocalModel.likeliest(scores), LocalModel.byLabel(scores), action, Rung.MODEL, List.of(), ""));
    }

    private static FoundersTalk fit(List<Text> texts) {
        LinearModel nothing = LinearModel.untaught(Label.values().length);
        return fit(new FoundersTalk(nothing, nothing), texts, PLAN);
    }

    private static FoundersTalk fit(FoundersTalk start, List<Text> texts, Plan plan) {
        List<Example> whole = texts.stream().flatMap(Text::examples).toList();
        List<Example> surface = whole.stream()
                .map(example -> new Example(example.features().withoutMeaning(), example.leaning(), example.weight()))
                .toList();
        return new FoundersTalk(
                Regression.goOn(start.whole(), whole, plan), Regression.goOn(start.glance(), surface, plan));
    }
}
