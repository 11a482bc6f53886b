package io.cofound.e2e;

import java.io.IOException;

/** Lets a process stand still and go on, which it cannot notice. */
final class Signals {

    private Signals() {}

    static void stop(long pid) {
        send("STOP", pid);
    }

    /** Nothing if it is gone. */
    static void resume(long pid) {
        if (ProcessHandle.of(pid).isPresent()) {
            send("CONT", pid);
        }
    }

    private static void send(String signal, long pid) {
        try {
            int status =
                    new ProcessBuilder("kill", "-" + signal, "" + pid).start().waitFor();
            if (status != 0) {
                throw new IllegalStateException("no " + signal + " to " + pid);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
