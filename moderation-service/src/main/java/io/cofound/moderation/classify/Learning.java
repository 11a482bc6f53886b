package io.cofound.moderation.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes models of the shipped texts together with those that moderators judged. */
public final class Learning {

    private static final List<String> LANGUAGES = List.of("en", "zh");

    /** One of so many. */
    private static final int REHEARSED = 8;

    private final LocalCascade cascade;

    /** @param cascade whose rules and embeddings are used, too; which model it has does not matter */
    public Learning(LocalCascade cascade) {
        this.cascade = cascade;
    }

    /**
     * Goes on where a model stopped, and rehearses some of the shipped texts, so that it forgets nothing. CPU-bound: about
     * 10 ms a text, and ten seconds to begin with. The same texts in the same order make the same model on the same kind
     * of processor, to the byte; between kinds the embeddings differ in their last digits.
     *
     * @param decided texts with the labels that people gave them
     * @param version names the model in decisions
     */
    public TrainedModel learn(TrainedModel parent, List<LabelledText> decided, String version) {
        List<LabelledText> seed = shipped("seed");
        List<LabelledText> all = new ArrayList<>(decided);
        IntStream.range(0, seed.size())
                .filter(i -> i % REHEARSED == 0)
                .mapToObj(seed::get)
                .forEach(all::add);
        byte[] weights = cascade.training().goOn(parent, all);
        return measured(new TrainedModel(weights, parent.card().ofMore(version, decided)), shipped("holdout"));
    }

    /** @param holdOut what the model is measured on; none of the texts may be nearly one of these */
    TrainedModel learn(List<LabelledText> texts, List<LabelledText> holdOut, String version, String inputs) {
        return measured(cascade.training().train(texts, version, inputs), holdOut);
    }

    private TrainedModel measured(TrainedModel model, List<LabelledText> holdOut) {
        return new TrainedModel(model.weights(), model.card().measured(measure(cascade.with(model), holdOut)));
    }

    private static Map<String, Figures> measure(LocalCascade cascade, List<LabelledText> holdOut) {
        Map<String, List<Evaluation.Judged>> judged = new HashMap<>();
        for (LabelledText text : holdOut) {
            var one = new Evaluation.Judged(text, cascade.classify(text.text()));
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
