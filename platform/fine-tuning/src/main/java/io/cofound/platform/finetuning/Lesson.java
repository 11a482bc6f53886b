package io.cofound.platform.finetuning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text and how likely each of some things is to be true of it.
 *
 * @param truths each 0 to 1; of every lesson the same things in the same order
 */
record Lesson(float[] truths, String text) {

    /**
     * Lines of likelihoods between commas, and a text, between tabs.
     *
     * @throws IllegalArgumentException for a line that is none, with its number
     */
    static List<Lesson> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                lessons.add(parse(lines.get(i).split("\t", 2)));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException(
                        "line %d: wanted are likelihoods from 0 to 1 between commas, a tab and a text".formatted(i + 1),
                        e);
            }
        }
        return lessons;
    }

    private static Lesson parse(String[] fields) {
        String[] numbers = fields[0].split(",");
        float[] truths = new float[numbers.length];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = Float.parseFloat(numbers[i]);
            if (!(truths[i] >= 0 && truths[i] <= 1)) {
                throw new IllegalArgumentException(Arrays.toString(numbers));
            }
        }
        return new Lesson(truths, fields[1]);
    }
}
