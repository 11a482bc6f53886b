package io.cofound.moderation.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.cofound.moderation.author.Authors;
import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.opinion.SecondOpinion;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/**
 * Asks the language model about the texts that wait, few at once and outside any transaction. A worker that dies leaves
 * a lease that ends; another takes the text then, and its decision is the only one.
 */
@ApplicationScoped
class ReviewWorkers {

    private static final Logger LOG = Logger.getLogger(ReviewWorkers.class);

    private final ReviewService reviews;
    private final SecondOpinion opinion;
    private final Authors authors;
    private final ReviewConfig config;
    private final Semaphore wakeUps = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    ReviewWorkers(ReviewService reviews, SecondOpinion opinion, Authors authors, ReviewConfig config) {
        this.reviews = reviews;
        this.opinion = opinion;
        this.authors = authors;
        this.config = config;
    }

    /** They start without a key, too: texts may wait from a time when there was one. */
    void start(@Observes StartupEvent event) {
        for (int i = 0; i < config.workers(); i++) {
            threads.add(Thread.ofPlatform().name("review-" + i).daemon().start(this::work));
        }
    }

    /** To be called when a text began to wait. */
    void wake() {
        wakeUps.release();
    }

    /** Before the database's pool closes; a text in work keeps its lease and is taken again. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        threads.forEach(Thread::interrupt);
    }

    private void work() {
        while (!stopping) {
            try {
                PendingReview review = await(() -> reviews.claim(config.lease()));
                if (review == null) {
                    wakeUps.tryAcquire(config.lookAfter().toMillis(), TimeUnit.MILLISECONDS);
                } else {
                    Classification judged = judge(review);
                    await(() -> reviews.close(review, judged));
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!stopping) {
                    LOG.warnf(
                            "review stopped by %s, goes on in %s", e.getClass().getName(), config.lookAfter());
                    pause();
                }
            }
        }
    }

    /** The author may have withdrawn consent while the text waited. */
    private Classification judge(PendingReview review) throws InterruptedException {
        if (review.attempts > config.attempts()) {
            return review.classification;
        }
        return await(() -> authors.get(review.authorId)).externalProcessing()
                ? await(() -> opinion.on(review.question(), review.classification))
                : SecondOpinion.withoutConsent(review.classification);
    }

    /** Runs on a Vert.x context, as the database needs, and waits for it here, where waiting is allowed. */
    private static <T> T await(Supplier<Uni<T>> work) throws InterruptedException {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private void pause() {
        try {
            Thread.sleep(config.lookAfter());
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
