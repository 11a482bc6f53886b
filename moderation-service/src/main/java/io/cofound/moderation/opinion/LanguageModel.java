package io.cofound.moderation.opinion;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/** The language model behind a time limit and a breaker: whatever it does, the caller hears of it soon. */
@ApplicationScoped
class LanguageModel {

    /** Calls at once; one that is cut off by the time limit keeps its thread until the connection gives up. */
    private static final int CALLS = 8;

    private final ModerationAssistant assistant;
    private final Duration timeLimit;
    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            CALLS,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().name("language-model-", 0).daemon().factory());

    LanguageModel(ModerationAssistant assistant, OpinionConfig config) {
        this.assistant = assistant;
        this.timeLimit = config.timeLimit();
    }

    /** Fails when it is slow, away, overloaded, or answers nonsense; at once after it has done so often. */
    @CircuitBreaker(requestVolumeThreshold = 6, failureRatio = 0.5, delay = 30_000, successThreshold = 1)
    @ActivateRequestContext
    Uni<Opinion> ask(String prompt) {
        return Uni.createFrom()
                .item(() -> assistant.judge(prompt))
                .runSubscriptionOn(threads)
                .ifNoItem()
                .after(timeLimit)
                .fail()
                .invoke(opinion -> {
                    if (opinion == null || !opinion.isUsable()) {
                        throw new IllegalStateException("the language model's answer is no opinion");
                    }
                });
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
