package io.cofound.platform.finetuning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Lessons that are learnt at once, in rows that end where the longest does. */
record Batch(List<Tokenized> lessons) {

    /** Lessons this many times a batch are sorted by length, so that little of a row is empty. */
    private static final int SORTED = 50;

    /** A lesson whose text was cut into tokens. */
    record Tokenized(long[] tokens, float[] truths) {

        static Tokenized of(Lesson lesson, HuggingFaceTokenizer tokenizer) {
            return new Tokenized(tokenizer.encode(lesson.text()).getIds(), lesson.truths());
        }
    }

    /** All lessons once, in an order of chance. */
    static List<Batch> of(List<Tokenized> lessons, int size, Random random) {
        List<Tokenized> shuffled = new ArrayList<>(lessons);
        Collections.shuffle(shuffled, random);
        List<Batch> batches = new ArrayList<>();
        for (int start = 0; start < shuffled.size(); start += size * SORTED) {
            List<Tokenized> some = shuffled.subList(start, Math.min(shuffled.size(), start + size * SORTED));
            some.sort(Comparator.comparingInt(lesson -> lesson.tokens().length));
            for (int at = 0; at < some.size(); at += size) {
                batches.add(new Batch(List.copyOf(some.subList(at, Math.min(some.size(), at + size)))));
            }
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    private int length() {
        return lessons.stream().mapToInt(lesson -> lesson.tokens().length).max().orElseThrow();
    }

    NDArray tokens(NDManager manager) {
        int length = length();
        long[] tokens = new long[lessons.size() * length];
        for (int i = 0; i < lessons.size(); i++) {
            long[] own = lessons.get(i).tokens();
            System.arraycopy(own, 0, tokens, i * length, own.length);
        }
        return manager.create(tokens, new Shape(lessons.size(), length));
    }

    NDArray mask(NDManager manager) {
        int length = length();
        float[] mask = new float[lessons.size() * length];
        for (int i = 0; i < lessons.size(); i++) {
            Arrays.fill(mask, i * length, i * length + lessons.get(i).tokens().length, 1);
        }
        return manager.create(mask, new Shape(lessons.size(), length));
    }

    NDArray truths(NDManager manager) {
        int things = lessons.getFirst().truths().length;
        float[] truths = new float[lessons.size() * things];
        for (int i = 0; i < lessons.size(); i++) {
            System.arraycopy(lessons.get(i).truths(), 0, truths, i * things, things);
        }
        return manager.create(truths, new Shape(lessons.size(), things));
    }
}
