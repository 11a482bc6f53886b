package io.cofound.platform.finetuning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import io.cofound.platform.embedding.FineTunedWeights;

/**
 * The weights that lie in an ONNX file, of a model that was quantised dynamically. Read without the schema's generated
 * classes: of it only the numbers of these fields are needed (onnx.proto3 of the ONNX project).
 */
final class OnnxModel {

    /** Of a graph and its parts. */
    private interface Field {
        int GRAPH = 7;
        int NODES = 1;
        int INITIALIZERS = 5;
        int NODE_INPUTS = 1;
        int NODE_NAME = 3;
        int TENSOR_DIMENSIONS = 1;
        int TENSOR_FLOATS = 4;
        int TENSOR_NAME = 8;
        int TENSOR_BYTES = 9;
    }

    static final String QUANTIZED = "_quantized";
    static final String SCALE = "_scale";
    /** What is taken off a byte that is kept without a sign before it is scaled. */
    private static final int MIDDLE = 128;

    private final Map<String, UnknownFieldSet> tensors = new HashMap<>();
    private final Map<String, String> matrixOfNode = new HashMap<>();

    private final String fingerprint;

    private OnnxModel(UnknownFieldSet model, String fingerprint) throws InvalidProtocolBufferException {
        this.fingerprint = fingerprint;
        UnknownFieldSet graph =
                UnknownFieldSet.parseFrom(bytes(model, Field.GRAPH).getFirst());
        for (ByteString bytes : bytes(graph, Field.INITIALIZERS)) {
            UnknownFieldSet tensor = UnknownFieldSet.parseFrom(bytes);
            tensors.put(bytes(tensor, Field.TENSOR_NAME).getFirst().toStringUtf8(), tensor);
        }
        for (ByteString bytes : bytes(graph, Field.NODES)) {
            UnknownFieldSet node = UnknownFieldSet.parseFrom(bytes);
            for (ByteString input : bytes(node, Field.NODE_INPUTS)) {
                String name = input.toStringUtf8();
                if (name.endsWith(QUANTIZED) && tensors.containsKey(name)) {
                    matrixOfNode.put(
                            bytes(node, Field.NODE_NAME).getFirst().toStringUtf8(),
                            name.substring(0, name.length() - QUANTIZED.length()));
                }
            }
        }
    }

    static OnnxModel read(InputStream file) throws IOException {
        byte[] bytes = file.readAllBytes();
        return new OnnxModel(UnknownFieldSet.parseFrom(bytes), FineTunedWeights.fingerprint(bytes));
    }

    /** Of the file. */
    String fingerprint() {
        return fingerprint;
    }

    /** What the matrix is called that the node multiplies by. */
    String matrixOf(String node) {
        String matrix = matrixOfNode.get(node);
        if (matrix == null) {
            throw new NoSuchElementException("the model has no node " + node);
        }
        return matrix;
    }

    long[] shape(String tensor) {
        return tensor(tensor).getField(Field.TENSOR_DIMENSIONS).getVarintList().stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    float[] floats(String tensor) {
        UnknownFieldSet of = tensor(tensor);
        List<ByteString> raw = bytes(of, Field.TENSOR_BYTES);
        ByteBuffer bytes = (raw.isEmpty() ? bytes(of, Field.TENSOR_FLOATS) : raw)
                .getFirst()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN);
        float[] floats = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(floats);
        return floats;
    }

    /** Of a matrix that each column has a scale of its own for. */
    float[] byColumn(String matrix) {
        byte[] quantized = raw(matrix + QUANTIZED);
        float[] scales = floats(matrix + SCALE);
        float[] values = new float[quantized.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = quantized[i] * scales[i % scales.length];
        }
        return values;
    }

    /** Of a table that has one scale. */
    float[] table(String table) {
        byte[] quantized = raw(table + QUANTIZED);
        float scale = floats(table + SCALE)[0];
        float[] values = new float[quantized.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((quantized[i] & 0xFF) - MIDDLE) * scale;
        }
        return values;
    }

    private byte[] raw(String tensor) {
        return bytes(tensor(tensor), Field.TENSOR_BYTES).getFirst().toByteArray();
    }

    private UnknownFieldSet tensor(String name) {
        UnknownFieldSet tensor = tensors.get(name);
        if (tensor == null) {
            throw new NoSuchElementException("the model has no weights " + name);
        }
        return tensor;
    }

    private static List<ByteString> bytes(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList();
    }
}
