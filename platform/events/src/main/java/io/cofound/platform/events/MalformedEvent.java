package io.cofound.platform.events;

/** A record that is no event this platform can read, however often it is tried. */
public final class MalformedEvent extends RuntimeException {

    MalformedEvent(String message) {
        super(message);
    }

    /** The cause's message is left out: it quotes the record, and so what a member wrote. */
    MalformedEvent(String type, Exception cause) {
        super(type + " cannot be read: " + cause.getClass().getSimpleName());
    }
}
