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
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cofound.contracts.moderation.Label;
import io.cofound.moderation.classify.Regression.Example;
import io.cofound.moderation.classify.Regression.Plan;

/**
 * Makes {@link OpenTalk} of public corpora, whose texts are not part of the project, of the seed, and of messages written
 * for this project in the way of the open internet. Run by hand: see
 * docs/moderation.md.
 */
public final class TrainOpenTalk {

    private static final String SEED = "seed";
    private static final String MESSAGES = "messages";
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
     * What the odds of a label become. Two of the three corpora were gathered for their abuse, which is half of one and most
     * of the other; where people just talk it is rarer, so what they teach exaggerates. And only our own texts tell
     * advertising from fraud: where nobody but friends should write, whatever was asked for by nobody is called spam.
     */
    private static final Map<Label, Double> ODDS = Map.of(Label.ABUSE, 2.0 / 3, Label.SPAM, 1.5, Label.SCAM, 0.5);

    private record Text(CorpusText source, Features features) {

        boolean isOurs() {
            return source.corpus().equals(SEED) || source.corpus().equals(MESSAGES);
        }

        /** One for all that is ours. */
        String origin() {
            return isOurs() ? SEED : source.corpus();
        }

        Example judged(double weight) {
            double[] leaning = new double[Label.values().length];
            for (Label label : Label.values()) {
                boolean possible = (source.labels() >> label.ordinal() & 1) == 1;
                leaning[label.ordinal()] = possible ? label == Label.OK ? TO_OK : 1 : 0;
            }
            return new Example(OpenTalk.weighed(features), leaning, isOurs() ? weight * SEED_IN_JUDGE : weight);
        }

        Example gated(double weight) {
            return told(OpenTalk.gated(features), weight);
        }

        Example glanced(double weight) {
            return told(features.withoutMeaning(), weight);
        }

        private Example told(Features read, double weight) {
            double[] talk = source.corpus().equals(SEED) ? FOUNDERS : OPEN;
            return new Example(read, talk, isOurs() ? SEED_IN_GATE : weight);
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
        Centring centring = centring(ours(SEED).toList());
        Reading reading = new Reading(embeddings, centring);
        List<Text> texts = Stream.of(
                        ours(SEED), ours(MESSAGES), corpora.stream().flatMap(CorpusText::read))
                .flatMap(some -> some)
                .toList()
                .parallelStream()
                .map(text -> read(text, reading))
                .toList();

        List<Text> learnt = new ArrayList<>();
        List<Text> left = new ArrayList<>();
        texts.forEach(
                text -> (Math.floorMod(text.source().text().hashCode(), LEFT_OUT) == 0 ? left : learnt).add(text));
        LinearModel judge = judge(learnt);
        double temperature = temperature(judge, left);
        measure(
                open(centring, judge, temperature, learnt),
                left.stream().filter(text -> !text.isOurs()).map(Text::source));
        return open(centring, judge(texts), temperature, texts);
    }

    /** What the odds become is asked of the judge as it answers, which is after the temperature. */
    private static OpenTalk open(Centring centring, LinearModel judge, double temperature, List<Text> texts) {
        LinearModel fair = judge;
        for (var odds : ODDS.entrySet()) {
            fair = fair.withOddsTimes(odds.getKey().ordinal(), Math.pow(odds.getValue(), temperature));
        }
        return new OpenTalk(
                centring, fair, temperature, learn(texts, Text::gated, 2, GATE), learn(texts, Text::glanced, 2, GATE));
    }

    private static Stream<CorpusText> ours(String folder) {
        return Learning.shipped(folder).stream().map(text -> CorpusText.of(folder, text));
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
        return new Text(source, reading.of(text, new Surface(text, rules.match(text)).features()));
    }

    private static NormalisedText window(CorpusText text) {
        return Windows.of(TextNormaliser.normalise(text.text())).getFirst();
    }

    private static LinearModel judge(List<Text> texts) {
        return learn(texts, Text::judged, Label.values().length, JUDGE);
    }

    private static LinearModel learn(
            List<Text> texts, BiFunction<Text, Double, Example> example, int classes, Plan plan) {
        Map<String, Double> weights = weights(texts);
        return Regression.train(
                texts.stream()
                        .map(text -> example.apply(text, weights.get(text.origin())))
                        .toList(),
                classes,
                plan);
    }

    /** A small corpus counts for more, else nothing would be learnt from it: by the root of how small it is. */
    private static Map<String, Double> weights(List<Text> texts) {
        Map<String, Long> sizes = texts.stream().collect(Collectors.groupingBy(Text::origin, Collectors.counting()));
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
