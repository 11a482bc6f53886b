package io.cofound.local.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether a process can do its work. Cheap enough to be asked several times a second; never throws. */
@FunctionalInterface
public interface Readiness {

    boolean isReady();

    /** Ready when a GET answers with a 2xx status within two seconds. */
    static Readiness http(URI address) {
        return () -> {
            try {
                var connection = (HttpURLConnection) address.toURL().openConnection();
                connection.setConnectTimeout(2_000);
                connection.setReadTimeout(2_000);
                try {
                    return connection.getResponseCode() / 100 == 2;
                } finally {
                    connection.disconnect();
                }
            } catch (IOException notYet) {
                return false;
            }
        };
    }

    /** Ready when something accepts connections on this port of the loopback interface. */
    static Readiness tcp(int port) {
        return () -> {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return true;
            } catch (IOException notYet) {
                return false;
            }
        };
    }

    /**
     * Ready when the file holds the id of a living process: the process writes its own id once it is ready, so a file
     * left behind by a killed one says nothing.
     */
    static Readiness pidFile(Path file) {
        return () -> {
            try {
                return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
            } catch (IOException | NumberFormatException notYet) {
                return false;
            }
        };
    }
}
