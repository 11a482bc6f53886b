package io.cofound.moderation.classify;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What was learnt from public corpora of the open internet: judges talk unlike founders', and says how like theirs a
 * text is. Ships as weights, since the corpora's texts may not ({@code TrainOpenTalk}).
 *
 * @param closer of the meaning that the judge is told of a Chinese text, by {@link Embeddings#loadOpenTalk}
 * @param judge of all labels
 * @param temperature of the judge, which divides log-probabilities
 * @param gate two classes: open talk and founders' talk; sees surface and meaning
 * @param glance the same, by the surface alone
 */
record OpenTalk(
        Centring centring,
        Centring closer,
        LinearModel judge,
        double temperature,
        LinearModel gate,
        LinearModel glance) {

    static final String WEIGHTS = "/moderation/open-talk.bin";

    private static final int FOUNDERS = 1;

    /** How often a Chinese text's meaning counts, which the encoder was fine-tuned to say (ADR 0013). */
    private static final float CHINESE_MEANING = 2;

    /** How often the meaning counts where it is asked whose talk a text is; chosen on what was left out of the corpora. */
    private static final float MEANING_IN_GATE = 2;

    static OpenTalk load() {
        try (InputStream weights = OpenTalk.class.getResourceAsStream(WEIGHTS)) {
            return read(weights);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Probability, 0 to 1, that the text is founders' talk, by what was read of it; near 1 nearly everywhere but in the
     * corpora's own genres.
     */
    double founders(Features features) {
        LinearModel asked = features.isGlance() ? glance : gate;
        return asked.probabilities(gated(features))[FOUNDERS];
    }

    /** By label's ordinal. */
    double[] judge(Features features) {
        return Calibration.scale(judge.probabilities(weighed(features)), temperature);
    }

    /** As the judge reads a text. */
    static Features weighed(Features features) {
        return features.meansIn(Language.ZH) ? features.withMeaningTimes(CHINESE_MEANING) : features;
    }

    /** As the gate reads a text. */
    static Features gated(Features features) {
        return features.withMeaningTimes(MEANING_IN_GATE);
    }

    void write(OutputStream to) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(to))) {
            centring.write(out);
            closer.write(out);
            out.writeDouble(temperature);
            judge.write(out);
            gate.write(out);
            glance.write(out);
        }
    }

    static OpenTalk read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(from), 1 << 16));
        Centring centring = Centring.read(in);
        Centring closer = Centring.read(in);
        double temperature = in.readDouble();
        LinearModel judge = LinearModel.read(in);
        LinearModel gate = LinearModel.read(in);
        return new OpenTalk(centring, closer, judge, temperature, gate, LinearModel.read(in));
    }
}
