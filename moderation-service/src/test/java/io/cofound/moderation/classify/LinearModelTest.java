package io.cofound.moderation.classify;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

import io.cofound.contracts.moderation.Label;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LinearModelTest {

    @Test
    void predicts_as_tribuo_does() throws IOException {
        try (InputStream weights = getClass().getResourceAsStream(LocalModel.WEIGHTS)) {
            LinearSGDModel tribuo = (LinearSGDModel)
                    Model.deserializeFromStream(weights).castModel(org.tribuo.classification.Label.class);
            LinearModel bare = new LinearModel(tribuo);
            Rules rules = Rules.load();
            for (String text : List.of("加微信领红包，稳赚不赔", "Your pricing page is confusing, sorry.", "!!!")) {
                NormalisedText normalised = TextNormaliser.normalise(text);
                Features features = FeatureExtractor.extract(
                        normalised, rules.match(normalised), Language.of(normalised.text()), new double[0]);

                Prediction<org.tribuo.classification.Label> expected =
                        tribuo.predict(LinearModel.example(LabelFactory.UNKNOWN_LABEL, features, name -> true));
                Map<Label, Double> predicted = bare.predict(features);

                expected.getOutputScores().forEach((label, score) -> assertThat(predicted.get(Label.valueOf(label)))
                        .as(text)
                        .isCloseTo(score.getScore(), within(1e-4)));
            }
        }
    }
}
