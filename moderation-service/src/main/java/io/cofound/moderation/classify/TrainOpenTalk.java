package io.cofound.moderation.classify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.cofound.contracts.moderation.Label;

/**
 * Makes {@link OpenTalk} of public corpora, whose texts are not part of the project, of the seed, and of messages written
 * for this project in the way of the open internet; after {@link OpenTalkLessons} and what is learnt of them. Run by hand:
 * see docs/moderation.md.
 */
public final class TrainOpenTalk {

    /** Texts, and models that have not seen them. */
    private record Part(List<OpenTalkText> left, OpenTalkModels models) {

        static Part of(List<OpenTalkText> texts, int part) {
            Map<Boolean, List<OpenTalkText>> split = texts.stream()
                    .collect(Collectors.partitioningBy(text -> OpenTalkLessons.part(text.source()) == part));
            return new Part(split.get(true), OpenTalkModels.of(split.get(false)));
        }

        /** Only texts with one label can tell how sure to be. */
        Stream<OpenTalkText> sure() {
            return left.stream().filter(OpenTalkText::isSure);
        }

        /** Without those that the encoder has seen. */
        Stream<CorpusText> corpora() {
            return left.stream()
                    .filter(text -> !text.isOurs())
                    .map(OpenTalkText::source)
                    .filter(text -> !OpenTalkLessons.teach(text));
        }
    }

    private final Rules rules = Rules.load();
    private final Embeddings plain = Embeddings.load();
    private final Embeddings fineTuned = Embeddings.loadOpenTalk();
    private final SecondReadings readings;

    private TrainOpenTalk(SecondReadings readings) {
        this.readings = readings;
    }

    /**
     * @param args where to write, the folder of the second readings, then the corpora: files of label, language, text; gzip
     *     where the name ends so
     */
    public static void main(String[] args) throws IOException {
        List<Path> corpora = Arrays.stream(args).skip(2).map(Path::of).toList();
        OpenTalk open = new TrainOpenTalk(SecondReadings.read(Path.of(args[1]))).train(corpora);
        try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
            open.write(out);
        }
    }

    private OpenTalk train(List<Path> corpora) {
        List<CorpusText> seed = ours(OpenTalkText.SEED).toList();
        List<CorpusText> others = Stream.concat(
                        ours(OpenTalkText.MESSAGES), corpora.stream().flatMap(CorpusText::read))
                .toList();
        List<CorpusText> sources = Stream.of(seed, others).flatMap(List::stream).toList();
        Reading reading = reading(plain, centring(plain, seed), sources);
        List<CorpusText> chinese =
                sources.stream().filter(TrainOpenTalk::isChinese).toList();
        List<CorpusText> chineseOthers =
                others.stream().filter(TrainOpenTalk::isChinese).toList();
        Reading closer = reading(fineTuned, centring(fineTuned, chineseOthers), chinese);
        List<OpenTalkText> texts = sources.parallelStream()
                .map(text -> read(text, reading, closer))
                .toList();
        System.out.printf(
                "%d of %d texts were read again%n",
                texts.stream().filter(text -> text.abuse().isPresent()).count(), texts.size());
        List<Part> parts = IntStream.range(0, OpenTalkLessons.PARTS)
                .parallel()
                .mapToObj(part -> Part.of(texts, part))
                .toList();
        double temperature = temperature(parts);
        System.out.println(Evaluation.table(measure(parts, reading, closer, temperature)));
        return OpenTalkModels.of(texts).open(reading.centring(), closer.centring(), temperature);
    }

    private static Reading reading(Embeddings embeddings, Centring centring, List<CorpusText> texts) {
        return new Reading(embeddings, centring)
                .remembering(new Remembered(
                        texts.stream().map(text -> window(text).text()).collect(Collectors.toSet())));
    }

    private static boolean isChinese(CorpusText text) {
        return Language.of(window(text).text()) == Language.ZH;
    }

    private static Stream<CorpusText> ours(String folder) {
        return Learning.shipped(folder).stream().map(text -> CorpusText.of(folder, text));
    }

    private static Centring centring(Embeddings embeddings, List<CorpusText> texts) {
        Map<Language, List<float[]>> vectors = texts.parallelStream()
                .map(text -> window(text).text())
                .collect(Collectors.groupingBy(
                        Language::of,
                        Collectors.mapping(text -> embeddings.of(Language.of(text), text), Collectors.toList())));
        return Centring.fit(vectors);
    }

    private OpenTalkText read(CorpusText source, Reading reading, Reading closer) {
        NormalisedText text = window(source);
        Features read = reading.of(text, new Surface(text, rules.match(text)).features());
        return new OpenTalkText(
                source, read, read.meansIn(Language.ZH) ? closer.of(text, read) : read, readings.abuse(source));
    }

    private static NormalisedText window(CorpusText text) {
        return Windows.of(TextNormaliser.normalise(text.text())).getFirst();
    }

    private static double temperature(List<Part> parts) {
        return Calibration.temperature(
                parts.stream()
                        .flatMap(part -> part.sure()
                                .map(text -> part.models().judge().probabilities(OpenTalk.weighed(text.closer()))))
                        .toList(),
                parts.stream().flatMap(Part::sure).map(OpenTalkText::label).toList());
    }

    /** The whole cascade, with the model of founders' talk that this build has, on what its open talk was not taught. */
    private Map<String, Figures> measure(List<Part> parts, Reading reading, Reading closer, double temperature) {
        Map<String, Optional<Label>> asked = parts.stream()
                .flatMap(Part::corpora)
                .collect(Collectors.groupingBy(
                        CorpusText::corpus, Collectors.collectingAndThen(Collectors.toList(), CorpusText::asked)));
        Map<String, List<Outcome>> outcomes = new TreeMap<>();
        for (Part part : parts) {
            OpenTalk open = part.models().open(reading.centring(), closer.centring(), temperature);
            LocalCascade cascade =
                    new LocalCascade(rules, new LocalModel(rules, reading, closer, open, TrainedModel.shipped()));
            part.corpora()
                    .collect(Collectors.groupingBy(CorpusText::corpus))
                    .forEach((corpus, texts) -> outcomes.computeIfAbsent(corpus, ignored -> new ArrayList<>())
                            .addAll(texts.parallelStream()
                                    .map(text -> text.outcome(asked.get(corpus), cascade.classify(text.text())))
                                    .toList()));
        }
        Map<String, Figures> figures = new TreeMap<>();
        outcomes.forEach((corpus, of) -> figures.put(corpus, Evaluation.over(of)));
        return figures;
    }
}
