package io.cofound.moderation.classify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/**
 * Trains the model from the seed, measures it on the hold-out and writes both where the service finds them. Does nothing
 * but show the figures again when nothing that it is made from has changed.
 */
public final class TrainModel {

    /** Kept, since the log manager forgets the level of a logger that nobody holds. */
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path texts;
    private final Path weights;
    private final Path card;

    private TrainModel(Path texts, Path classes) {
        this.texts = texts;
        this.weights = classes.resolve(LocalModel.WEIGHTS.substring(1));
        this.card = classes.resolve(LocalModel.CARD.substring(1));
    }

    /** @param args the folder with {@code seed} and {@code holdout}, and the folder of the compiled classes */
    public static void main(String[] args) throws IOException {
        TRIBUO.setLevel(Level.WARNING);
        new TrainModel(Path.of(args[0]), Path.of(args[1])).run(Path.of(args[1]));
    }

    private void run(Path classes) throws IOException {
        String inputs = InputHash.of(List.of(texts, classes), Set.of(weights, card));
        ModelCard made = null;
        if (Files.exists(card) && Files.exists(weights)) {
            made = JSON.readValue(card.toFile(), ModelCard.class);
        }
        if (made == null || !made.inputs().equals(inputs)) {
            made = train(inputs);
        }
        print(made);
    }

    private ModelCard train(String inputs) throws IOException {
        List<LabelledText> holdOut = LabelledText.readAll(texts.resolve("holdout"));
        List<LabelledText> seed = LabelledText.readAll(texts.resolve("seed"));
        NearDuplicates tested = new NearDuplicates(holdOut);
        List<LabelledText> taught =
                seed.stream().filter(text -> !tested.has(text)).toList();

        Rules rules = Rules.load();
        Embeddings embeddings = new Embeddings();
        Training.Result result = new Training(rules, embeddings)
                .train(taught, "local-" + inputs.substring(0, 8), inputs, seed.size() - taught.size());
        LocalCascade cascade = new LocalCascade(
                rules, new LocalModel(new LinearModel(result.model()), rules, embeddings, result.card()));
        ModelCard measured = measured(result.card(), measure(cascade, holdOut));

        Files.createDirectories(card.getParent());
        try (OutputStream out = Files.newOutputStream(weights)) {
            result.model().serializeToStream(out);
        }
        JSON.writeValue(card.toFile(), measured);
        return measured;
    }

    private static Map<String, Figures> measure(LocalCascade cascade, List<LabelledText> holdOut) {
        List<Evaluation.Judged> judged = new ArrayList<>();
        holdOut.forEach(text -> judged.add(new Evaluation.Judged(text, cascade.classify(text.text()))));
        Map<String, Figures> figures = new LinkedHashMap<>();
        figures.put("all", Evaluation.of(judged));
        for (String language : List.of("en", "zh")) {
            figures.put(
                    language,
                    Evaluation.of(judged.stream()
                            .filter(one -> one.text().language().equals(language))
                            .toList()));
        }
        return figures;
    }

    private static ModelCard measured(ModelCard card, Map<String, Figures> holdOut) {
        return new ModelCard(
                card.version(),
                card.inputs(),
                card.texts(),
                card.nearHoldOut(),
                card.calibration(),
                card.centring(),
                card.crossValidated(),
                holdOut);
    }

    private static void print(ModelCard card) {
        Calibration calibration = card.calibration();
        System.out.printf("Moderation model %s, trained on %s%n", card.version(), card.texts());
        System.out.printf("(%d texts of the seed left out: too like one of the hold-out)%n", card.nearHoldOut());
        System.out.printf(
                "temperature %.2f, hold above risk %.3f, reject above %.3f%n%n",
                calibration.temperature(), calibration.holdAt(), calibration.rejectAt());
        System.out.println("Seed, cross-validated");
        System.out.println(Evaluation.table(Map.of("seed", card.crossValidated())));
        System.out.println("Hold-out, never trained nor tuned on");
        System.out.println(Evaluation.table(card.holdOut()));
    }
}
