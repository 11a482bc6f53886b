package io.cofound.moderation.classify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private static final Plan PLAN = new Plan(8, 0.1, 0.3);

    private static final double SEED_IN_GATE = 12;
    private static final double SEED_IN_JUDGE = 0.1;

    /** A text of which is only known what it is not is so many times likelier to be OK than anything else. */
    private static final double MOSTLY_OK = 4;

    /**
     * The corpora were gathered for their abuse, which is half of them or more. Where people just talk it is rarer, so what
     * they teach exaggerates.
     */
    private static final double ODDS_OF_ABUSE = 2.0 / 3;

    private record Text(CorpusText source, boolean founders, Features features) {

        Example judged(double weight) {
            double[] prior = new double[Label.values().length];
            for (Label label : Label.values()) {
                boolean possible = (source.labels() >> label.ordinal() & 1) == 1;
                prior[label.ordinal()] = possible ? label == Label.OK ? MOSTLY_OK : 1 : 0;
            }
            return new Example(OpenTalk.weighed(features), prior, founders ? weight * SEED_IN_JUDGE : weight);
        }

        Example gated() {
            return new Example(features.withoutMeaning(), founders ? FOUNDERS : OPEN, founders ? SEED_IN_GATE : 1);
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
        Reading reading = new Reading(embeddings, centring(seed));
        List<Text> texts =
                Stream.concat(seed.stream(), corpora.stream().flatMap(CorpusText::read)).toList().parallelStream()
                        .map(text -> read(text, reading))
                        .toList();

        List<Text> learnt = new ArrayList<>();
        List<Text> left = new ArrayList<>();
        texts.forEach(
                text -> (Math.floorMod(text.source().text().hashCode(), LEFT_OUT) == 0 ? left : learnt).add(text));
        LinearModel judge = judge(learnt);
        LinearModel gate = gate(learnt);
        double temperature = temperature(judge, left);
        print(judge, gate, left);
        return new OpenTalk(centring(seed), judge(texts), temperature, gate(texts));
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

    /** A small corpus counts for more, else nothing would be learnt from it: by the root of how small it is. */
    private static LinearModel judge(List<Text> texts) {
        Map<String, Long> sizes = texts.stream()
                .collect(Collectors.groupingBy(text -> text.source().corpus(), Collectors.counting()));
        double average = (double) texts.size() / sizes.size();
        return Regression.train(
                        texts.stream()
                                .map(text -> text.judged(Math.sqrt(
                                        average / sizes.get(text.source().corpus()))))
                                .toList(),
                        Label.values().length,
                        PLAN)
                .withOddsTimes(Label.ABUSE.ordinal(), ODDS_OF_ABUSE);
    }

    private static LinearModel gate(List<Text> texts) {
        return Regression.train(texts.stream().map(Text::gated).toList(), 2, PLAN);
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

    private static void print(LinearModel judge, LinearModel gate, List<Text> left) {
        left.stream().map(text -> text.source().corpus()).distinct().forEach(corpus -> {
            List<Text> texts = left.stream()
                    .filter(text -> text.source().corpus().equals(corpus))
                    .toList();
            double founders = texts.stream()
                    .filter(text -> gate.probabilities(text.features().withoutMeaning())[1] > 0.5)
                    .count();
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %6d texts left out, right %.4f, taken for founders' %.4f%s%n",
                    corpus,
                    texts.size(),
                    (double) texts.stream().filter(text -> isRight(judge, text)).count() / texts.size(),
                    founders / texts.size(),
                    binary(judge, texts));
        });
    }

    private static boolean isRight(LinearModel judge, Text text) {
        int label = LocalModel.likeliest(judge.probabilities(OpenTalk.weighed(text.features())))
                .ordinal();
        return (text.source().labels() >> label & 1) == 1;
    }

    private static String binary(LinearModel judge, List<Text> texts) {
        int union = texts.stream()
                .mapToInt(text -> text.source().labels())
                .filter(labels -> Integer.bitCount(labels) == 1)
                .reduce(0, (a, b) -> a | b);
        if (Integer.bitCount(union) != 1) {
            return "";
        }
        Label sought = Label.values()[Integer.numberOfTrailingZeros(union)];
        int[][] counts = new int[2][2];
        texts.forEach(text -> counts[text.source().labels() == union ? 1 : 0][
                LocalModel.likeliest(judge.probabilities(OpenTalk.weighed(text.features()))) == sought ? 1 : 0]++);
        double of = 2.0 * counts[1][1] / (2.0 * counts[1][1] + counts[0][1] + counts[1][0]);
        double not = 2.0 * counts[0][0] / (2.0 * counts[0][0] + counts[0][1] + counts[1][0]);
        return String.format(Locale.ROOT, ", F1 %s %.4f, macro-F1 %.4f", sought, of, (of + not) / 2);
    }
}
