package io.cofound.moderation.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.cofound.contracts.moderation.Label;
import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.classify.CorpusText;
import io.cofound.moderation.classify.LocalCascade;
import io.cofound.moderation.classify.Outcome;

/** {@code ./cofound evaluate moderation}: judges the texts of files as the service does without a key, and counts. */
public final class EvaluateModeration {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private EvaluateModeration() {}

    /** @param args the folder for JSON and plots, then files of label, language and text */
    public static void main(String[] args) {
        try {
            Path folder = Files.createDirectories(Path.of(args[0]));
            LocalCascade cascade = LocalCascade.load();
            for (int i = 1; i < args.length; i++) {
                evaluate(cascade, Path.of(args[i]), folder);
            }
        } catch (IllegalArgumentException e) {
            refuse(e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            refuse("cannot read or write: " + e.getMessage());
        }
    }

    private static void evaluate(LocalCascade cascade, Path file, Path folder) throws IOException {
        List<CorpusText> texts = CorpusText.read(file).toList();
        if (texts.isEmpty()) {
            throw new IllegalArgumentException(file + " has no texts");
        }
        Optional<Label> asked = CorpusText.asked(texts);
        List<Classification> judged = texts.parallelStream()
                .map(text -> cascade.classify(text.text()))
                .toList();
        Map<String, List<Outcome>> byLanguage = new TreeMap<>();
        for (int i = 0; i < texts.size(); i++) {
            byLanguage
                    .computeIfAbsent(texts.get(i).language(), ignored -> new ArrayList<>())
                    .add(texts.get(i).outcome(asked, judged.get(i)));
        }
        Report report = Report.of(file.getFileName().toString(), cascade.version(), byLanguage);
        System.out.println(report.asText());
        String name = file.getFileName().toString().replaceAll("\\.tsv(\\.gz)?$", "");
        JSON.writeValue(folder.resolve(name + ".json").toFile(), report);
        Files.writeString(folder.resolve(name + ".svg"), Plots.of(report));
        System.out.printf("%s.{json,svg} are in %s%n%n", name, folder);
    }

    private static void refuse(String why) {
        System.err.println("cofound: " + why);
        System.exit(2);
    }
}
