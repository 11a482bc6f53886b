package io.cofound.moderation.classify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cofound.contracts.moderation.Label;
import io.cofound.moderation.classify.Regression.Example;
import io.cofound.moderation.classify.Regression.Plan;

/**
 * Makes {@link OpenTalk} of public corpora, whose texts are not part of the project, and of the seed. Run by hand: see
 * docs/moderation.md.
 */
public final class TrainOpenTalk {

    private static final String SEED = "seed";
    private static final double[] OPEN = {1, 0};
    private static final double[] FOUNDERS = {0, 1};

    /** A text in so many is left out at first, to measure and to calibrate. */
    private static final int LEFT_OUT = 6;

    /** This, and how much the seed counts, was chosen on the texts left out. */
    private static final Plan JUDGE = new Plan(8, 0.1, 0.3);

    private static final Plan GATE = new Plan(8, 0.1, 0);

    private static final double SEED_IN_GATE = 4;
    private static final double SEED_IN_JUDGE = 0.3;

    /** How much a text of which is only known what it is not leans to OK, where it leans to other labels by 1. */
    private static final double TO_OK = 4;

    /**
     * Two of the three corpora were gathered for their abuse, which is half of one and most of the other. Where people just
     * talk it is rarer, so what they teach exaggerates.
     */
    private static final double ODDS_OF_ABUSE = 2.0 / 3;

    private record Text(CorpusText source, boolean founders, Features features) {

        Example judged(double weight) {
            double[] leaning = new double[Label.values().length];
            for (Label label : Label.values()) {
                boolean possible = (source.labels() >> label.ordinal() & 1) == 1;
                leaning[label.ordinal()] = possible ? label == Label.OK ? TO_OK : 1 : 0;
            }
            return new Example(OpenTalk.weighed(features), leaning, founders ? weight * SEED_IN_JUDGE : weight);
        }

        Example gated(double weight) {
            return new Example(features.withoutMeaning(), founders ? FOUNDERS : OPEN, founders ? SEED_IN_GATE : weight);
        }
    }

    private final Rules rules = Rules.load();
    private final Embeddings embeddings = new Embeddings();

    /** @param args where to write, then the corpora: files of label, language, text; gzip where the name ends so */
    public static void main(String[] args) throws IOException {
        List<Path> corpora = Arrays.stream(args).skip(1).map(Path::of).toList();
        OpenTalk open = new TrainOpenTalk().train(corpora);
        try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
            open.write(out);
        }
    }

    private OpenTalk train(List<Path> corpora) {
        List<CorpusText> seed = Learning.shipped("seed").stream()
                .map(text -> CorpusText.of(SEED, text))
                .toList();
        Centring centring = centring(seed);
        Reading reading = new Reading(embeddings, centring);
        List<Text> texts =
                Stream.concat(seed.stream(), corpora.stream().flatMap(CorpusText::read)).toList().parallelStream()
                        .map(text -> read(text, reading))
                        .toList();

        List<Text> learnt = new ArrayList<>();
        List<Text> left = new ArrayList<>();
        texts.forEach(
                text -> (Math.floorMod(text.source().text().hashCode(), LEFT_OUT) == 0 ? left : learnt).add(text));
        LinearModel judge = judge(learnt);
        double temperature = temperature(judge, left);
        measure(
                open(centring, judge, temperature, gate(learnt)),
                left.stream().filter(text -> !text.founders()).map(Text::source));
        return open(centring, judge(texts), temperature, gate(texts));
    }

    /** What the odds become is asked of the judge as it answers, which is after the temperature. */
    private static OpenTalk open(Centring centring, LinearModel judge, double temperature, LinearModel gate) {
        double factor = Math.pow(ODDS_OF_ABUSE, temperature);
        return new OpenTalk(centring, judge.withOddsTimes(Label.ABUSE.ordinal(), factor), temperature, gate);
    }

    private Centring centring(List<CorpusText> texts) {
        Map<Language, List<float[]>> vectors = new EnumMap<>(Language.class);
        for (CorpusText text : texts) {
            NormalisedText normalised = window(text);
            Language language = Language.of(normalised.text());
            vectors.computeIfAbsent(language, ignored -> new ArrayList<>())
                    .add(embeddings.of(language, normalised.text()));
        }
        return Centring.fit(vectors);
    }

    private Text read(CorpusText source, Reading reading) {
        NormalisedText text = window(source);
        return new Text(
                source,
                source.corpus().equals(SEED),
                reading.of(text, new Surface(text, rules.match(text)).features()));
    }

    private static NormalisedText window(CorpusText text) {
        return Windows.of(TextNormaliser.normalise(text.text())).getFirst();
    }

    private static LinearModel judge(List<Text> texts) {
        Map<String, Double> weights = weights(texts);
        return Regression.train(
                texts.stream()
                        .map(text -> text.judged(weights.get(text.source().corpus())))
                        .toList(),
                Label.values().length,
                JUDGE);
    }

    private static LinearModel gate(List<Text> texts) {
        Map<String, Double> weights = weights(texts);
        return Regression.train(
                texts.stream()
                        .map(text -> text.gated(weights.get(text.source().corpus())))
                        .toList(),
                2,
                GATE);
    }

    /** A small corpus counts for more, else nothing would be learnt from it: by the root of how small it is. */
    private static Map<String, Double> weights(List<Text> texts) {
        Map<String, Long> sizes = texts.stream()
                .collect(Collectors.groupingBy(text -> text.source().corpus(), Collectors.counting()));
        double average = (double) texts.size() / sizes.size();
        Map<String, Double> weights = new HashMap<>();
        sizes.forEach((corpus, size) -> weights.put(corpus, Math.sqrt(average / size)));
        return weights;
    }

    /** Only texts with one label can tell how sure to be. */
    private static double temperature(LinearModel judge, List<Text> left) {
        List<Text> sure = left.stream()
                .filter(text -> Integer.bitCount(text.source().labels()) == 1)
                .toList();
        return Calibration.temperature(
                sure.stream()
                        .map(text -> judge.probabilities(OpenTalk.weighed(text.features())))
                        .toList(),
                sure.stream()
                        .map(text -> Label.values()[
                                Integer.numberOfTrailingZeros(text.source().labels())])
                        .toList());
    }

    /** The whole cascade, with the model of founders' talk that this build has, on what the open talk was not taught. */
    private void measure(OpenTalk open, Stream<CorpusText> left) {
        LocalCascade cascade = new LocalCascade(
                rules, new LocalModel(rules, new Reading(embeddings, open.centring()), open, TrainedModel.shipped()));
        Map<String, Figures> figures = new TreeMap<>();
        left.collect(Collectors.groupingBy(CorpusText::corpus)).forEach((corpus, texts) -> {
            Optional<Label> asked = CorpusText.asked(texts);
            figures.put(
                    corpus,
                    Evaluation.over(texts.parallelStream()
                            .map(text -> text.outcome(asked, cascade.classify(text.text())))
                            .toList()));
        });
        System.out.println(Evaluation.table(figures));
    }
}
