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
 * for this project in the way of the open internet. Run by hand: see
 * docs/moderation.md.
 */
public final class TrainOpenTalk {

    /** So many parts of the texts are left out, one after the other, to measure and to calibrate. */
    private static final int PARTS = 6;

    /** Texts, and models that have not seen them. */
    private record Part(List<OpenTalkText> left, OpenTalkModels models) {

        static Part of(List<OpenTalkText> texts, int part) {
            Map<Boolean, List<OpenTalkText>> split = texts.stream()
                    .collect(Collectors.partitioningBy(
                            text -> Math.floorMod(text.source().text().hashCode(), PARTS) == part));
            return new Part(split.get(true), OpenTalkModels.of(split.get(false)));
        }

        /** Only texts with one label can tell how sure to be. */
        Stream<OpenTalkText> sure() {
            return left.stream().filter(OpenTalkText::isSure);
        }

        Stream<CorpusText> corpora() {
            return left.stream().filter(text -> !text.isOurs()).map(OpenTalkText::source);
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
        Centring centring = centring(ours(OpenTalkText.SEED).toList());
        List<CorpusText> sources = Stream.of(
                        ours(OpenTalkText.SEED),
                        ours(OpenTalkText.MESSAGES),
                        corpora.stream().flatMap(CorpusText::read))
                .flatMap(some -> some)
                .toList();
        Reading reading = new Reading(embeddings, centring)
                .remembering(new Remembered(
                        sources.stream().map(text -> window(text).text()).collect(Collectors.toSet())));
        List<OpenTalkText> texts =
                sources.parallelStream().map(text -> read(text, reading)).toList();
        List<Part> parts = IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> Part.of(texts, part))
                .toList();
        double temperature = temperature(parts);
        System.out.println(Evaluation.table(measure(parts, reading, centring, temperature)));
        return OpenTalkModels.of(texts).open(centring, temperature);
    }

    private static Stream<CorpusText> ours(String folder) {
        return Learning.shipped(folder).stream().map(text -> CorpusText.of(folder, text));
    }

    private Centring centring(List<CorpusText> texts) {
        Map<Language, List<float[]>> vectors = texts.parallelStream()
                .map(text -> window(text).text())
                .collect(Collectors.groupingBy(
                        Language::of,
                        Collectors.mapping(text -> embeddings.of(Language.of(text), text), Collectors.toList())));
        return Centring.fit(vectors);
    }

    private OpenTalkText read(CorpusText source, Reading reading) {
        NormalisedText text = window(source);
        return new OpenTalkText(source, reading.of(text, new Surface(text, rules.match(text)).features()));
    }

    private static NormalisedText window(CorpusText text) {
        return Windows.of(TextNormaliser.normalise(text.text())).getFirst();
    }

    private static double temperature(List<Part> parts) {
        return Calibration.temperature(
                parts.stream()
                        .flatMap(part -> part.sure()
                                .map(text -> part.models().judge().probabilities(OpenTalk.weighed(text.features()))))
                        .toList(),
                parts.stream().flatMap(Part::sure).map(OpenTalkText::label).toList());
    }

    /** The whole cascade, with the model of founders' talk that this build has, on what its open talk was not taught. */
    private Map<String, Figures> measure(List<Part> parts, Reading reading, Centring centring, double temperature) {
        Map<String, Optional<Label>> asked = parts.stream()
                .flatMap(Part::corpora)
                .collect(Collectors.groupingBy(
                        CorpusText::corpus, Collectors.collectingAndThen(Collectors.toList(), CorpusText::asked)));
        Map<String, List<Outcome>> outcomes = new TreeMap<>();
        for (Part part : parts) {
            OpenTalk open = part.models().open(centring, temperature);
            LocalCascade cascade =
                    new LocalCascade(rules, new LocalModel(rules, reading, open, TrainedModel.shipped()));
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
