package io.cofound.moderation.opinion;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/** The language model behind a breaker: whatever it does, the caller hears of it soon. */
@ApplicationScoped
class LanguageModel {

    /** Calls at once; the model lets go of its thread within its time limit. */
    private static final int CALLS = 16;

    private final ChatModel model;
    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            CALLS,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().name("language-model-", 0).daemon().factory());

    LanguageModel(ChatModel model) {
        this.model = model;
    }

    /** Fails when it is slow, away, overloaded, or answers nonsense; at once after it has done so often. */
    @CircuitBreaker(requestVolumeThreshold = 6, failureRatio = 0.5, delay = 30_000, successThreshold = 1)
    Uni<Answer> ask(ChatRequest request) {
        return Uni.createFrom().item(() -> Answer.of(model.chat(request))).runSubscriptionOn(threads);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
