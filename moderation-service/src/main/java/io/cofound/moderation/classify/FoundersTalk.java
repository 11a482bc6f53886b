package io.cofound.moderation.classify;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What was learnt of founders' talk.
 *
 * @param whole sees surface and meaning
 * @param glance sees the surface only
 */
record FoundersTalk(LinearModel whole, LinearModel glance) {

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            whole.write(out);
            glance.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws UncheckedIOException for bytes that are no model */
    static FoundersTalk of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)), 1 << 16))) {
            LinearModel whole = LinearModel.read(in);
            return new FoundersTalk(whole, LinearModel.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
