package io.cofound.platform.events.delivery;

/**
 * Recognises failures that say nothing about the record: the database is away, a connection broke. They are retried
 * for as long as it takes, since giving up would only move every following record to the dead letters.
 */
public interface TransientFailure {

    boolean matches(Throwable failure);

    /** Whether the failure, or what caused it, is of one of these types. */
    static boolean causedBy(Throwable failure, Class<?>... types) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            for (Class<?> type : types) {
                if (type.isInstance(cause)) {
                    return true;
                }
            }
            if (cause.getCause() == cause) {
                return false;
            }
        }
        return false;
    }
}
