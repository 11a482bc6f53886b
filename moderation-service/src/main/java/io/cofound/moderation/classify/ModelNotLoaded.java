package io.cofound.moderation.classify;

import jakarta.inject.Singleton;

import io.cofound.platform.events.delivery.TransientFailure;

/** The model is missing in this process; it says nothing about the text that was to be judged. */
final class ModelNotLoaded extends RuntimeException {

    ModelNotLoaded(Throwable cause) {
        super("the moderation model cannot be loaded", cause);
    }

    /** Texts wait for the next process instead of becoming dead letters in this one. */
    @Singleton
    static class IsTransient implements TransientFailure {

        @Override
        public boolean matches(Throwable failure) {
            return TransientFailure.causedBy(failure, ModelNotLoaded.class);
        }
    }
}
