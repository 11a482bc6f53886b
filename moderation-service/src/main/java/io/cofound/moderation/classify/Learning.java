package io.cofound.moderation.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes models of the shipped texts together with those that moderators judged. */
public final class Learning {

    private static final List<String> LANGUAGES = List.of("en", "zh");

    /** One of so many. */
    private static final int REHEARSED = 8;

    private final LocalCascade cascade;
    private final List<LabelledText> rehearsed;
    private final List<LabelledText> holdOut = shipped("holdout");

    /**
     * To be kept: all but the first models are made much faster, since the shipped texts are embedded once, for 20 MB at most.
     *
     * @param cascade whose rules and embeddings are used, too; which model it has does not matter
     */
    public Learning(LocalCascade cascade) {
        List<LabelledText> seed = shipped("seed");
        this.rehearsed = IntStream.range(0, seed.size())
                .filter(i -> i % REHEARSED == 0)
                .mapToObj(seed::get)
                .toList();
        this.cascade = cascade.remembering(own());
    }

    private Set<String> own() {
        return Stream.concat(rehearsed.stream(), holdOut.stream())
                .map(LabelledText::text)
                .flatMap(text -> Stream.concat(Stream.of(TextNormaliser.normalise(text)), Copies.of(text).stream()))
                .flatMap(text -> Windows.of(text).stream())
                .map(NormalisedText::text)
                .collect(Collectors.toSet());
    }

    /**
     * Goes on where a model stopped, and rehearses some of the shipped texts, so that it forgets nothing. CPU-bound: about
     * 10 ms a text, and half a minute more the first time. The same texts in the same order make the same model on the same kind
     * of processor, to the byte; between kinds the embeddings differ in their last digits.
     *
     * @param decided texts with the labels that people gave them
     * @param version names the model in decisions
     */
    public TrainedModel learn(TrainedModel parent, List<LabelledText> decided, String version) {
        List<LabelledText> all = new ArrayList<>(decided);
        all.addAll(rehearsed);
        byte[] weights = cascade.training().goOn(parent, all);
        return measured(new TrainedModel(weights, parent.card().ofMore(version, decided)));
    }

    /** Of the seed alone, from nothing. */
    TrainedModel learn(String version, String inputs) {
        return measured(cascade.training().train(shipped("seed"), version, inputs));
    }

    private TrainedModel measured(TrainedModel model) {
        return new TrainedModel(model.weights(), model.card().measured(measure(cascade.with(model))));
    }

    private Map<String, Figures> measure(LocalCascade judging) {
        Map<String, List<Evaluation.Judged>> judged = new HashMap<>();
        for (LabelledText text : holdOut) {
            var one = new Evaluation.Judged(text, judging.classify(text.text()));
            judged.computeIfAbsent("all", ignored -> new ArrayList<>()).add(one);
            judged.computeIfAbsent(text.language(), ignored -> new ArrayList<>())
                    .add(one);
        }
        Map<String, Figures> figures = new LinkedHashMap<>();
        figures.put("all", Evaluation.of(judged.get("all")));
        LANGUAGES.forEach(language -> figures.put(language, Evaluation.of(judged.get(language))));
        return figures;
    }

    static List<LabelledText> shipped(String folder) {
        return LANGUAGES.stream()
                .flatMap(language -> LabelledText.readResource("/moderation/" + folder + "/" + language + ".tsv"))
                .toList();
    }
}
