package io.cofound.platform.documents;

import jakarta.inject.Singleton;

import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import io.cofound.platform.events.delivery.TransientFailure;

/** The document store is away, electing, or asks to try again. */
@Singleton
class DocumentStoreFailure implements TransientFailure {

    private static final String RETRYABLE_WRITE = "RetryableWriteError";

    @Override
    public boolean matches(Throwable failure) {
        return failure instanceof MongoException e && e.hasErrorLabel(RETRYABLE_WRITE)
                || TransientFailure.causedBy(
                        failure,
                        MongoSocketException.class,
                        MongoTimeoutException.class,
                        MongoNotPrimaryException.class);
    }
}
