package io.cofound.platform.embedding;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;

/**
 * Weights that take the place of some of an embedding model's, as fine-tuning left them.
 *
 * @param model {@link #fingerprint} of the file of the model that they belong to
 * @param floats by the name that the model gives them
 * @param bytes the same, of what the model keeps as signed bytes
 */
public record FineTunedWeights(String model, Map<String, Floats> floats, Map<String, Bytes> bytes) {

    /** A tensor, row by row. */
    public record Floats(long[] shape, float[] values) {}

    /** A tensor, row by row. */
    public record Bytes(long[] shape, byte[] values) {}

    /** Compressed; the same weights make the same bytes. */
    public void write(OutputStream to) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(to))) {
            out.writeUTF(model);
            out.writeInt(floats.size());
            for (var tensor : new TreeMap<>(floats).entrySet()) {
                writeHead(out, tensor.getKey(), tensor.getValue().shape());
                for (float value : tensor.getValue().values()) {
                    out.writeFloat(value);
                }
            }
            out.writeInt(bytes.size());
            for (var tensor : new TreeMap<>(bytes).entrySet()) {
                writeHead(out, tensor.getKey(), tensor.getValue().shape());
                out.write(tensor.getValue().values());
            }
        }
    }

    private static void writeHead(DataOutputStream out, String name, long[] shape) throws IOException {
        out.writeUTF(name);
        out.writeByte(shape.length);
        for (long length : shape) {
            out.writeInt((int) length);
        }
    }

    /** @throws IOException where these are not what {@link #write} wrote */
    public static FineTunedWeights read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(from), 1 << 16));
        String model = in.readUTF();
        Map<String, Floats> floats = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            long[] shape = readShape(in);
            float[] values = new float[size(shape)];
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readFloat();
            }
            floats.put(name, new Floats(shape, values));
        }
        Map<String, Bytes> bytes = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            long[] shape = readShape(in);
            bytes.put(name, new Bytes(shape, in.readNBytes(size(shape))));
        }
        return new FineTunedWeights(model, floats, bytes);
    }

    private static long[] readShape(DataInputStream in) throws IOException {
        long[] shape = new long[in.readByte()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = in.readInt();
        }
        return shape;
    }

    private static int size(long[] shape) {
        int size = 1;
        for (long length : shape) {
            size *= (int) length;
        }
        return size;
    }

    /** SHA-256, hexadecimal, of a model's file: the names of its weights say nothing of which model they are. */
    public static String fingerprint(byte[] model) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * To be kept as long as the session that they are given to.
     *
     * @throws IllegalStateException where they are not of this model: the session would leave out what it has no name for
     */
    Map<String, OnnxTensorLike> tensors(OrtEnvironment environment, byte[] of) throws OrtException {
        if (!fingerprint(of).equals(model)) {
            throw new IllegalStateException(
                    "these weights were learnt from another embedding model: fine-tune this one");
        }
        Map<String, OnnxTensorLike> tensors = new TreeMap<>();
        for (var tensor : floats.entrySet()) {
            tensors.put(
                    tensor.getKey(),
                    OnnxTensor.createTensor(
                            environment,
                            FloatBuffer.wrap(tensor.getValue().values()),
                            tensor.getValue().shape()));
        }
        for (var tensor : bytes.entrySet()) {
            tensors.put(
                    tensor.getKey(),
                    OnnxTensor.createTensor(
                            environment,
                            ByteBuffer.wrap(tensor.getValue().values()),
                            tensor.getValue().shape(),
                            OnnxJavaType.INT8));
        }
        return tensors;
    }
}
