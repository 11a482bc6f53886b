package io.cofound.platform.finetuning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.cofound.platform.embedding.FineTunedWeights;

/** The weights of an {@link Encoder}, and which of them are learnt: those of the uppermost layers. */
final class EncoderWeights {

    private static final List<String> MATRICES = List.of(
            "attention.self.query",
            "attention.self.key",
            "attention.self.value",
            "attention.output.dense",
            "intermediate.dense",
            "output.dense");
    private static final List<String> NORMS = List.of("attention.output.LayerNorm", "output.LayerNorm");
    private static final List<String> OF_NORM = List.of(".weight", ".bias");

    /**
     * Seven of eight bits are used, as by the models themselves: processors without instructions for it (VNNI) add two products
     * of bytes in 16 bits, which more would overflow.
     */
    private static final int LARGEST = 64;

    private final OnnxModel model;
    private final NDManager manager;
    private final Map<String, NDArray> weights = new HashMap<>();
    private final Map<String, NDArray> learnt = new TreeMap<>();
    private final int layers;

    /** @param learning how many layers, counted from the top */
    EncoderWeights(OnnxModel model, NDManager manager, int layers, int learning) {
        this.model = model;
        this.manager = manager;
        this.layers = layers;
        putTable("words", "embeddings.word_embeddings.weight");
        putTable("places", "embeddings.position_embeddings.weight");
        putTable("segments", "embeddings.token_type_embeddings.weight");
        OF_NORM.forEach(part -> putFloats("embeddings.LayerNorm" + part));
        for (int layer = 0; layer < layers; layer++) {
            String own = layer(layer);
            MATRICES.forEach(matrix -> putMatrix(own + matrix));
            NORMS.forEach(norm -> OF_NORM.forEach(part -> putFloats(own + norm + part)));
            if (layer >= layers - learning) {
                weights.forEach((name, array) -> {
                    if (name.startsWith(own)) {
                        array.setRequiresGradient(true);
                        learnt.put(name, array);
                    }
                });
            }
        }
    }

    static String layer(int layer) {
        return "encoder.layer." + layer + ".";
    }

    int layers() {
        return layers;
    }

    int width() {
        return (int) of("segments").getShape().get(1);
    }

    NDArray of(String name) {
        return weights.get(name);
    }

    /** By name. */
    Map<String, NDArray> learnt() {
        return learnt;
    }

    private void putTable(String name, String tensor) {
        put(name, model.table(tensor), model.shape(tensor + OnnxModel.QUANTIZED));
    }

    private void putFloats(String name) {
        put(name, model.floats(name), model.shape(name));
    }

    private void putMatrix(String name) {
        String matrix = matrix(name);
        put(name + ".weight", model.byColumn(matrix), model.shape(matrix + OnnxModel.QUANTIZED));
        putFloats(name + ".bias");
    }

    private String matrix(String name) {
        // the layer's number is the one part after a dot that is not a folder of its own
        String path = name.replace('.', '/').replaceFirst("layer/(\\d+)", "layer.$1");
        return model.matrixOf("/" + path + "/MatMul_quant");
    }

    private void put(String name, float[] values, long[] shape) {
        weights.put(name, manager.create(values, new Shape(shape)));
    }

    /** What was learnt, as the model keeps it: matrices as bytes, with a scale for each column. */
    FineTunedWeights fineTuned() {
        Map<String, FineTunedWeights.Floats> floats = new TreeMap<>();
        Map<String, FineTunedWeights.Bytes> bytes = new TreeMap<>();
        learnt.forEach((name, array) -> {
            long[] shape = array.getShape().getShape();
            float[] values = array.toFloatArray();
            if (shape.length == 1) {
                floats.put(name, new FineTunedWeights.Floats(shape, values));
            } else {
                String matrix = matrix(name.substring(0, name.length() - ".weight".length()));
                float[] scales = scales(values, (int) shape[1]);
                floats.put(matrix + OnnxModel.SCALE, new FineTunedWeights.Floats(new long[] {scales.length}, scales));
                bytes.put(matrix + OnnxModel.QUANTIZED, new FineTunedWeights.Bytes(shape, quantized(values, scales)));
            }
        });
        return new FineTunedWeights(model.fingerprint(), floats, bytes);
    }

    private static float[] scales(float[] values, int columns) {
        float[] scales = new float[columns];
        for (int i = 0; i < values.length; i++) {
            scales[i % columns] = Math.max(scales[i % columns], Math.abs(values[i]) / LARGEST);
        }
        return scales;
    }

    private static byte[] quantized(float[] values, float[] scales) {
        byte[] quantized = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            quantized[i] = (byte) Math.round(values[i] / scales[i % scales.length]);
        }
        return quantized;
    }
}
