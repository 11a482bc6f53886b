package io.cofound.moderation.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.cofound.moderation.classify.CalibrationBin;

/** The confusion matrix and the calibration of a report as one SVG, which needs neither fonts nor a screen to be made. */
final class Plots {

    private static final int CELL = 90;
    private static final int LEFT = 110;
    private static final int TOP = 70;
    private static final int CHART = 360;

    private final StringBuilder svg = new StringBuilder();

    private Plots() {}

    static String of(Report report) {
        return new Plots().draw(report);
    }

    private String draw(Report report) {
        List<String> columns = Report.columns(report.confusion());
        int matrixWidth = LEFT + columns.size() * CELL;
        int height = TOP + Math.max(CHART, report.confusion().size() * CELL) + 60;
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
                font-family="sans-serif" font-size="13">
                <rect width="100%%" height="100%%" fill="white"/>
                """.formatted(matrixWidth + CHART + 160, height));
        text(LEFT, 24, "start", "What people said (rows), what the model called it (columns)");
        matrix(report.confusion(), columns);
        calibration(matrixWidth + 100, report.calibration());
        return svg.append("</svg>\n").toString();
    }

    private void matrix(Map<String, Map<String, Integer>> confusion, List<String> columns) {
        for (int c = 0; c < columns.size(); c++) {
            text(LEFT + c * CELL + CELL / 2, TOP - 10, "middle", columns.get(c));
        }
        int y = TOP;
        for (Map.Entry<String, Map<String, Integer>> row : confusion.entrySet()) {
            int total = row.getValue().values().stream().mapToInt(i -> i).sum();
            text(LEFT - 8, y + CELL / 2 + 4, "end", row.getKey());
            for (int c = 0; c < columns.size(); c++) {
                int count = row.getValue().getOrDefault(columns.get(c), 0);
                cell(LEFT + c * CELL, y, count, (double) count / total);
            }
            y += CELL;
        }
    }

    private void cell(int x, int y, int count, double share) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#1f5fa8\" fill-opacity=\"%.3f\" stroke=\"#ccc\"/>%n",
                x,
                y,
                CELL,
                CELL,
                share));
        String ink = share > 0.5 ? "white" : "black";
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"%s\">%d (%.0f%%)</text>%n",
                x + CELL / 2,
                y + CELL / 2 + 4,
                ink,
                count,
                100 * share));
    }

    private void calibration(int left, List<CalibrationBin> bins) {
        text(left, 24, "start", "Calibration: confidence (across), share that was right (up)");
        svg.append("""
                <rect x="%1$d" y="%2$d" width="%3$d" height="%3$d" fill="none" stroke="#888"/>
                <line x1="%1$d" y1="%4$d" x2="%5$d" y2="%2$d" stroke="#888" stroke-dasharray="5 5"/>
                """.formatted(left, TOP, CHART, TOP + CHART, left + CHART));
        for (double tick = 0; tick <= 1; tick += 0.25) {
            text((int) (left + tick * CHART), TOP + CHART + 18, "middle", String.valueOf(tick));
            text(left - 6, (int) (TOP + CHART - tick * CHART) + 4, "end", String.valueOf(tick));
        }
        int most = bins.stream().mapToInt(CalibrationBin::texts).max().orElse(1);
        for (CalibrationBin bin : bins) {
            if (bin.texts() > 0) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#c2410c\" fill-opacity=\"0.7\"><title>%d texts</title></circle>%n",
                        left + bin.confidence() * CHART,
                        TOP + CHART - bin.accuracy() * CHART,
                        4 + 14 * Math.sqrt((double) bin.texts() / most),
                        bin.texts()));
            }
        }
    }

    private void text(int x, int y, String anchor, String words) {
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n".formatted(x, y, anchor, words));
    }
}
