package io.cofound.moderation.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.cofound.moderation.classify.CalibrationBin;
import io.cofound.moderation.classify.Evaluation;
import io.cofound.moderation.classify.Figures;
import io.cofound.moderation.classify.Outcome;

/**
 * How well a model judged the texts of a file.
 *
 * @param texts name of the file
 * @param model versions of what judged
 * @param figures of all and of each language
 * @param confusion how often texts of a class (first) were called so (second)
 * @param calibration ten bins of confidence
 * @param actions how often texts of a class (first) met an action (second)
 */
record Report(
        String texts,
        String model,
        Map<String, Figures> figures,
        Map<String, Map<String, Integer>> confusion,
        List<CalibrationBin> calibration,
        Map<String, Map<String, Integer>> actions) {

    static Report of(String texts, String model, Map<String, List<Outcome>> byLanguage) {
        List<Outcome> all = byLanguage.values().stream().flatMap(List::stream).toList();
        Map<String, Figures> figures = new TreeMap<>();
        byLanguage.forEach((language, outcomes) -> figures.put(language, Evaluation.over(outcomes)));
        figures.put("all", Evaluation.over(all));
        Map<String, Map<String, Integer>> confusion = new TreeMap<>();
        Map<String, Map<String, Integer>> actions = new TreeMap<>();
        for (Outcome outcome : all) {
            count(confusion, outcome.truth(), outcome.called());
            count(actions, outcome.truth(), outcome.action().name());
        }
        return new Report(texts, model, figures, confusion, CalibrationBin.of(all), actions);
    }

    private static void count(Map<String, Map<String, Integer>> counts, String row, String column) {
        counts.computeIfAbsent(row, ignored -> new TreeMap<>()).merge(column, 1, Integer::sum);
    }

    String asText() {
        StringBuilder text = new StringBuilder(texts + ", judged by " + model + "\n\n")
                .append(Evaluation.table(figures))
                .append("\nrows: what people said; columns: what the model called it\n")
                .append(matrix(confusion))
                .append("\nrows: what people said; columns: what was done\n")
                .append(matrix(actions))
                .append("\ncalibration: texts, mean confidence, share right\n");
        for (CalibrationBin bin : calibration) {
            if (bin.texts() > 0) {
                text.append("%7d  %.3f  %.3f%n".formatted(bin.texts(), bin.confidence(), bin.accuracy()));
            }
        }
        return text.toString();
    }

    private static String matrix(Map<String, Map<String, Integer>> counts) {
        List<String> columns = columns(counts);
        StringBuilder text = new StringBuilder(" ".repeat(12));
        columns.forEach(column -> text.append("%12s".formatted(column)));
        counts.forEach((row, cells) -> {
            text.append("%n%-12s".formatted(row));
            columns.forEach(column -> text.append("%12d".formatted(cells.getOrDefault(column, 0))));
        });
        return text.append('\n').toString();
    }

    static List<String> columns(Map<String, Map<String, Integer>> counts) {
        return counts.values().stream()
                .flatMap(cells -> cells.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
