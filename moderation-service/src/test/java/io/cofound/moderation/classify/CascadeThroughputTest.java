package io.cofound.moderation.classify;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the cascade costs beside the embedding that most texts need. Only ratios of figures of one run are asserted: both
 * sides take turns, so that a noisy machine slows both.
 */
class CascadeThroughputTest {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final LocalCascade cascade = LocalCascade.load();
    private final Embeddings embeddings = Embeddings.load();
    private final List<String> texts =
            TrainingTexts.holdOut().stream().map(LabelledText::text).toList();
    private final List<String> plain = texts.stream().filter(cascade::isPlain).toList();

    @Test
    void the_cascade_keeps_most_of_the_embeddings_throughput() throws Exception {
        assertThat(ratio(every(texts, 5), 5)).isGreaterThan(0.5);
    }

    @Test
    @Tag("prove")
    void at_length() throws Exception {
        double all = ratio(texts, 5);
        List<String> thrice =
                Stream.generate(() -> plain).limit(3).flatMap(List::stream).toList();
        double plainOnes = ratio(thrice, 5);
        System.out.printf(
                "throughput of the cascade against the embedding alone, medians of pairs: %.2f over all %d texts, %.1f over the %d (%.0f %%) that rules or n-grams decide%n",
                all, texts.size(), plainOnes, plain.size(), 100.0 * plain.size() / texts.size());
        double perSecond = 1e9 * texts.size() / nanos(texts, cascade::classify);
        long[] latencies = atRate(perSecond / 2);
        System.out.printf(
                "at half of %.0f texts/s: p50 %.1f ms, p99 %.1f ms, from the planned arrival%n",
                perSecond, latencies[latencies.length / 2] / 1e6, latencies[latencies.length * 99 / 100] / 1e6);

        assertThat(all).isGreaterThanOrEqualTo(0.7);
        assertThat(plainOnes).isGreaterThanOrEqualTo(5);
    }

    private static List<String> every(List<String> texts, int nth) {
        return IntStream.range(0, texts.size())
                .filter(i -> i % nth == 0)
                .mapToObj(texts::get)
                .toList();
    }

    /** Median over pairs of the embedding's time to the cascade's. */
    private double ratio(List<String> texts, int pairs) throws Exception {
        nanos(texts, this::embed);
        nanos(texts, cascade::classify);
        double[] ratios = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            double embedded = nanos(texts, this::embed);
            ratios[i] = embedded / nanos(texts, cascade::classify);
        }
        Arrays.sort(ratios);
        return ratios[pairs / 2];
    }

    private void embed(String text) {
        embeddings.of(Language.of(text.toLowerCase(java.util.Locale.ROOT)), text);
    }

    private static long nanos(List<String> texts, Consumer<String> work) throws Exception {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CORES)) {
            for (Future<?> done : texts.stream()
                    .map(text -> threads.submit(() -> work.accept(text)))
                    .toList()) {
                done.get();
            }
        }
        return System.nanoTime() - start;
    }

    /** Latencies, ascending, of texts that arrive at a rate whether or not others are done. */
    private long[] atRate(double perSecond) throws InterruptedException {
        List<String> arriving =
                Stream.generate(() -> texts).limit(3).flatMap(List::stream).toList();
        long[] latencies = new long[arriving.size()];
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CORES)) {
            for (int i = 0; i < latencies.length; i++) {
                int at = i;
                long planned = start + (long) (i * 1e9 / perSecond);
                LockSupport.parkNanos(planned - System.nanoTime());
                threads.execute(() -> {
                    cascade.classify(arriving.get(at));
                    latencies[at] = System.nanoTime() - planned;
                });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
        }
        Arrays.sort(latencies);
        return latencies;
    }
}
