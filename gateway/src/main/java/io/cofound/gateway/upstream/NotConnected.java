package io.cofound.gateway.upstream;

/** A service was never reached: it refused the connection, or none was free in time. */
final class NotConnected extends RuntimeException {

    NotConnected(Throwable cause) {
        // The cause's message may quote the query; its type says enough.
        super(cause.getClass().getSimpleName(), cause, false, false);
    }
}
