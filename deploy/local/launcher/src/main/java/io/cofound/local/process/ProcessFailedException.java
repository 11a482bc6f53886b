package io.cofound.local.process;

/** A child process did not start, ended early or did not become ready; the message names it, the reason and its log. */
public final class ProcessFailedException extends RuntimeException {

    public ProcessFailedException(String message) {
        super(message);
    }

    public ProcessFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
