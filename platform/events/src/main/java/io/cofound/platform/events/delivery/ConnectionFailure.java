package io.cofound.platform.events.delivery;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Singleton;

@Singleton
class ConnectionFailure implements TransientFailure {

    @Override
    public boolean matches(Throwable failure) {
        return TransientFailure.causedBy(failure, IOException.class, TimeoutException.class);
    }
}
