package io.cofound.moderation.classify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cofound.contracts.moderation.Label;
import io.cofound.moderation.classify.Regression.Example;
import io.cofound.moderation.classify.Regression.Plan;

/**
 * What some texts teach of open talk, as it was learnt.
 *
 * @param judge of all labels, neither calibrated nor with other odds
 * @param gate as in {@link OpenTalk}
 * @param glance as in {@link OpenTalk}
 */
record OpenTalkModels(LinearModel judge, LinearModel gate, LinearModel glance) {

    /** This, and how much the seed counts, was chosen on the texts left out. */
    private static final Plan JUDGE = new Plan(8, 0.1, 0.3);

    private static final Plan GATE = new Plan(8, 0.1, 0);

    /**
     * What the odds of a label become. Two of the three corpora were gathered for their abuse, which is half of one and most
     * of the other; where people just talk it is rarer, so what they teach exaggerates. And only our own texts tell
     * advertising from fraud: where nobody but friends should write, whatever was asked for by nobody is called spam.
     */
    private static final Map<Label, Double> ODDS = Map.of(Label.ABUSE, 2.0 / 3, Label.SPAM, 1.5, Label.SCAM, 0.5);

    static OpenTalkModels of(List<OpenTalkText> texts) {
        return new OpenTalkModels(
                learn(texts, OpenTalkText::judged, Label.values().length, JUDGE),
                learn(texts, OpenTalkText::gated, 2, GATE),
                learn(texts, OpenTalkText::glanced, 2, GATE));
    }

    /** What the odds become is asked of the judge as it answers, which is after the temperature. */
    OpenTalk open(Centring centring, Centring closer, double temperature) {
        LinearModel fair = judge;
        for (var odds : ODDS.entrySet()) {
            fair = fair.withOddsTimes(odds.getKey().ordinal(), Math.pow(odds.getValue(), temperature));
        }
        return new OpenTalk(centring, closer, fair, temperature, gate, glance);
    }

    private static LinearModel learn(
            List<OpenTalkText> texts,
            BiFunction<OpenTalkText, Double, Stream<Example>> examples,
            int classes,
            Plan plan) {
        Map<String, Double> weights = weights(texts);
        return Regression.train(
                texts.stream()
                        .flatMap(text -> examples.apply(text, weights.get(text.origin())))
                        .toList(),
                classes,
                plan);
    }

    /** A small corpus counts for more, else nothing would be learnt from it: by the root of how small it is. */
    private static Map<String, Double> weights(List<OpenTalkText> texts) {
        Map<String, Long> sizes =
                texts.stream().collect(Collectors.groupingBy(OpenTalkText::origin, Collectors.counting()));
        double average = (double) texts.size() / sizes.size();
        Map<String, Double> weights = new HashMap<>();
        sizes.forEach((corpus, size) -> weights.put(corpus, Math.sqrt(average / size)));
        return weights;
    }
}
