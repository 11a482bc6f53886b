package io.cofound.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A client that does what HTTP libraries do not let one do. */
public final class RawHttp implements AutoCloseable {

    private final Socket socket = new Socket();
    private final StringBuilder read = new StringBuilder();

    public RawHttp(URI server) {
        try {
            // Small, so that a server soon notices a client that does not read.
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            socket.setSoTimeout(20_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RawHttp send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads until the text occurs; fails when the connection ends before that. */
    public String readUntil(String text) {
        byte[] buffer = new byte[8192];
        try {
            for (int from = 0; read.indexOf(text, from) < 0; ) {
                from = Math.max(0, read.length() - text.length());
                int count = socket.getInputStream().read(buffer);
                if (count < 0) {
                    throw new AssertionError("closed before " + text);
                }
                read.append(new String(buffer, 0, count, UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError("no " + text, e);
        }
        int end = read.indexOf(text) + text.length();
        String found = read.substring(0, end);
        read.delete(0, end);
        return found;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
