package io.cofound.platform.finetuning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;

/** The forward pass of BERT (Devlin et al., 2019), as the embedding models do it, with weights that can be learnt. */
final class Encoder {

    /** Of BERT's heads, whatever its size. */
    private static final int HEAD = 64;

    private static final float EPSILON = 1e-12f;
    /** Far below any score: what is not there gets no attention. */
    private static final float NOWHERE = -1e4f;

    private final EncoderWeights weights;
    private final float dropout;

    /** @param dropout 0 to 1: share of the activations left out while learning */
    Encoder(EncoderWeights weights, float dropout) {
        this.weights = weights;
        this.dropout = dropout;
    }

    /**
     * @param tokens texts × tokens
     * @param mask the same shape; 1 where a token is, 0 where the text has ended
     * @param learning whether to drop activations out
     * @return texts × dimensions: the mean over the tokens, of length 1
     */
    NDArray encode(NDArray tokens, NDArray mask, boolean learning) {
        long texts = mask.getShape().get(0);
        long length = mask.getShape().get(1);
        NDArray states = drop(embed(tokens), learning);
        NDArray attended = mask.mul(-1).add(1).mul(NOWHERE).reshape(texts, 1, 1, length);
        for (int layer = 0; layer < weights.layers(); layer++) {
            states = layer(states, attended, layer, learning);
        }
        NDArray sum = states.mul(mask.expandDims(2)).sum(new int[] {1});
        return sum.div(sum.square().sum(new int[] {1}, true).sqrt());
    }

    private NDArray embed(NDArray tokens) {
        NDManager here = tokens.getManager();
        long texts = tokens.getShape().get(0);
        long length = tokens.getShape().get(1);
        NDArray words =
                in(here, in(here, weights.of("words").get(tokens.flatten())).reshape(texts, length, weights.width()));
        NDArray places = in(here, weights.of("places").get("0:" + length));
        NDArray segment = in(here, weights.of("segments").get("0:1"));
        return normalise(words.add(places).add(segment), "embeddings.LayerNorm");
    }

    /** What is made of weights alone would live as long as they do. */
    private static NDArray in(NDManager manager, NDArray array) {
        array.attach(manager);
        return array;
    }

    private NDArray layer(NDArray states, NDArray attended, int layer, boolean learning) {
        String own = EncoderWeights.layer(layer);
        NDArray asked = heads(dense(states, own + "attention.self.query"));
        NDArray keys = heads(dense(states, own + "attention.self.key"));
        NDArray values = heads(dense(states, own + "attention.self.value"));
        NDArray attention = asked.matMul(keys.transpose(0, 1, 3, 2))
                .mul((float) (1 / Math.sqrt(HEAD)))
                .add(attended)
                .softmax(-1);
        NDArray seen =
                drop(attention, learning).matMul(values).transpose(0, 2, 1, 3).reshape(states.getShape());
        NDArray between = normalise(
                states.add(drop(dense(seen, own + "attention.output.dense"), learning)),
                own + "attention.output.LayerNorm");
        NDArray thought = dense(Activation.gelu(dense(between, own + "intermediate.dense")), own + "output.dense");
        return normalise(between.add(drop(thought, learning)), own + "output.LayerNorm");
    }

    private NDArray heads(NDArray states) {
        Shape shape = states.getShape();
        return states.reshape(shape.get(0), shape.get(1), weights.width() / HEAD, HEAD)
                .transpose(0, 2, 1, 3);
    }

    private NDArray dense(NDArray states, String name) {
        return states.matMul(weights.of(name + ".weight")).add(weights.of(name + ".bias"));
    }

    private NDArray normalise(NDArray states, String name) {
        return LayerNorm.layerNorm(
                        states,
                        new Shape(weights.width()),
                        weights.of(name + ".weight"),
                        weights.of(name + ".bias"),
                        EPSILON)
                .singletonOrThrow();
    }

    private NDArray drop(NDArray states, boolean learning) {
        return learning && dropout > 0 ? Dropout.dropout(states, dropout, true).singletonOrThrow() : states;
    }
}
