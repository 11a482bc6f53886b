package io.cofound.platform.finetuning;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.ndarray.NDManager;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import io.cofound.platform.embedding.FineTunedWeights;
import io.cofound.platform.embedding.SentenceEmbedding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where PyTorch is among the dependencies. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class FineTuneTest {

    private static final SentenceEmbedding PLAIN = new SentenceEmbedding(SentenceEmbedding.CHINESE, PoolingMode.MEAN);

    private static final List<String> SUBJECTS = List.of("合伙人", "投资人", "产品", "用户", "团队", "客户", "办公室", "市场", "代码", "合同");
    private static final List<String> UNSEEN = List.of("供应商", "发布会", "仓库");

    private static String asked(String subject) {
        return "请问" + subject + "现在怎么样了？";
    }

    private static String told(String subject) {
        return "今天" + subject + "一切都很顺利。";
    }

    private static List<Lesson> lessons() {
        List<Lesson> lessons = new ArrayList<>();
        SUBJECTS.forEach(subject -> {
            lessons.add(new Lesson(new float[] {1}, asked(subject)));
            lessons.add(new Lesson(new float[] {0}, told(subject)));
        });
        return lessons;
    }

    /** Weights, and what the encoder that learnt them makes of a text. */
    private record Learnt(FineTunedWeights weights, float[] vector) {

        static Learnt after(int epochs) throws IOException {
            try (NDManager manager = NDManager.newBaseManager(FineTune.PYTORCH)) {
                EncoderWeights weights = FineTune.weights(manager, 2);
                FineTunedWeights fineTuned =
                        FineTune.learn(lessons(), new FineTuning.Plan(2, epochs, 5e-4f, 4), weights, manager);
                return new Learnt(fineTuned, encoded(told("团队"), weights, manager));
            }
        }

        private static float[] encoded(String text, EncoderWeights weights, NDManager manager) throws IOException {
            try (HuggingFaceTokenizer tokenizer = FineTune.tokenizer()) {
                Batch one = new Batch(List.of(Batch.Tokenized.of(new Lesson(new float[0], text), tokenizer)));
                return new Encoder(weights, 0)
                        .encode(one.tokens(manager), one.mask(manager), false)
                        .toFloatArray();
            }
        }
    }

    private static SentenceEmbedding with(FineTunedWeights weights) {
        return new SentenceEmbedding(SentenceEmbedding.CHINESE, PoolingMode.MEAN, weights);
    }

    /** How much nearer texts of one kind are to each other than to those of the other. */
    private static double apart(SentenceEmbedding embedding) {
        double within = 0;
        double between = 0;
        for (String one : UNSEEN) {
            for (String other : UNSEEN) {
                if (!one.equals(other)) {
                    within += alike(embedding, asked(one), asked(other)) + alike(embedding, told(one), told(other));
                    between += 2 * alike(embedding, asked(one), told(other));
                }
            }
        }
        return within - between;
    }

    private static double alike(SentenceEmbedding embedding, String one, String other) {
        return cosine(embedding.of(one), embedding.of(other));
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
        }
        return product;
    }

    @Test
    void a_model_that_was_taught_nothing_stays_as_it_was() throws IOException {
        Learnt untaught = Learnt.after(0);

        assertThat(cosine(PLAIN.of(told("团队")), with(untaught.weights()).of(told("团队"))))
                .isGreaterThan(0.99);
        assertThat(cosine(PLAIN.of(told("团队")), untaught.vector())).isGreaterThan(0.99);
    }

    @Test
    void what_was_learnt_is_all_in_the_model() throws IOException {
        Learnt taught = Learnt.after(8);

        assertThat(cosine(PLAIN.of(told("团队")), taught.vector())).isLessThan(0.98);
        assertThat(cosine(with(taught.weights()).of(told("团队")), taught.vector()))
                .isGreaterThan(0.99);
    }

    @Test
    void a_taught_model_tells_texts_apart_that_it_never_saw() throws IOException {
        SentenceEmbedding taught = with(Learnt.after(8).weights());

        assertThat(apart(taught)).isGreaterThan(2 * apart(PLAIN));
    }

    @Test
    void written_weights_are_read_again() throws IOException {
        FineTunedWeights weights = Learnt.after(0).weights();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        weights.write(out);

        SentenceEmbedding read = with(FineTunedWeights.read(new ByteArrayInputStream(out.toByteArray())));
        assertThat(read.of(told("团队"))).isEqualTo(with(weights).of(told("团队")));
    }

    @Test
    void weights_of_another_model_are_refused() {
        FineTunedWeights others = new FineTunedWeights(FineTunedWeights.fingerprint(new byte[1]), Map.of(), Map.of());

        assertThatThrownBy(() -> with(others)).hasMessageContaining("another embedding model");
    }

    @Test
    void a_line_that_is_no_lesson_is_named(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("lessons.tsv"), "1,0\t好\n1.5,0\t不好\n");

        assertThatThrownBy(() -> Lesson.read(file)).hasMessageContaining("line 2");
    }
}
