package io.cofound.platform.persistence.inbox;

import java.util.Set;

import jakarta.inject.Singleton;

import io.cofound.platform.events.delivery.TransientFailure;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;

/** The database is away, overloaded, or asks to try again. */
@Singleton
class DatabaseFailure implements TransientFailure {

    /** SQLSTATE classes: connection, transaction rollback, resources, operator intervention. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57");

    @Override
    public boolean matches(Throwable failure) {
        for (Throwable cause = failure; cause != null && cause.getCause() != cause; cause = cause.getCause()) {
            if (cause instanceof PgException e && e.getSqlState() != null) {
                return CLASSES.contains(e.getSqlState().substring(0, 2));
            }
        }
        // Closed connections come as bare Vert.x exceptions, pool time-outs as a throwable of no particular kind.
        return TransientFailure.causedBy(failure, VertxException.class, NoStackTraceThrowable.class);
    }
}
