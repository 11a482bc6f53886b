package io.cofound.moderation.classify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

/**
 * Trains the shipped model from the seed, measures it on the hold-out and writes both among the sources, as a clone is to
 * have the model that was measured at once. Does nothing but show the figures again when nothing that it is made from has
 * changed.
 */
public final class TrainModel {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path module;
    private final Path weights;
    private final Path card;

    private TrainModel(Path module) {
        Path resources = module.resolve("src/main/resources");
        this.module = module;
        this.weights = resources.resolve(TrainedModel.WEIGHTS.substring(1));
        this.card = resources.resolve(TrainedModel.CARD.substring(1));
    }

    /** @param args the module's folder; that of its compiled classes and resources */
    public static void main(String[] args) throws IOException {
        new TrainModel(Path.of(args[0])).run(Path.of(args[1]));
    }

    private void run(Path classes) throws IOException {
        String inputs = InputHash.of(module, Set.of(weights, card));
        ModelCard made = null;
        if (Files.exists(card) && Files.exists(weights)) {
            made = JSON.readValue(card.toFile(), ModelCard.class);
        }
        if (made == null || !made.inputs().equals(inputs)) {
            System.out.println(
                    "What the moderation model is made from has changed: it is made anew, which takes minutes.");
            made = train(inputs);
            Files.copy(weights, classes.resolve(TrainedModel.WEIGHTS.substring(1)), REPLACE_EXISTING);
            Files.copy(card, classes.resolve(TrainedModel.CARD.substring(1)), REPLACE_EXISTING);
            System.out.println("Commit " + weights.getFileName() + " and " + card.getFileName() + ".");
        }
        print(made);
    }

    private ModelCard train(String inputs) throws IOException {
        TrainedModel model = new Learning(LocalCascade.load(TrainedModel.untaught()))
                .learn("local-" + inputs.substring(0, 8), inputs);
        Files.write(weights, model.weights());
        JSON.writeValue(card.toFile(), model.card());
        return model.card();
    }

    private static void print(ModelCard card) {
        Calibration calibration = card.calibration();
        System.out.printf("Moderation model %s, trained on %s%n", card.version(), card.texts());
        System.out.printf(
                "temperature %.2f, hold above risk %.3f, reject above %.3f; a glance is enough below %.4f, above %.4f%n%n",
                calibration.temperature(),
                calibration.holdAt(),
                calibration.rejectAt(),
                card.glance().publishBelow(),
                card.glance().rejectAbove());
        System.out.println("Seed, cross-validated");
        System.out.println(Evaluation.table(Map.of("seed", card.crossValidated())));
        System.out.println("Hold-out, never trained nor tuned on");
        System.out.println(Evaluation.table(card.holdOut()));
    }
}
